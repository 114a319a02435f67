// Teaches node the names of static/importmap.json, so that browser modules are tested as they are served.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const HOUSE = new URL('../../', import.meta.url)
const { imports } = JSON.parse(readFileSync(new URL('static/importmap.json', HOUSE), 'utf8'))

function served(name) {
  if (imports[name]) return imports[name]
  const folder = Object.keys(imports).find((known) => known.endsWith('/') && name.startsWith(known))
  return folder && imports[folder] + name.slice(folder.length)
}

export async function resolve(name, context, next) {
  const path = served(name)
  return path ? { url: new URL(`.${path}`, HOUSE).href, shortCircuit: true } : next(name, context)
}

if (isMainThread) register(import.meta.url)
