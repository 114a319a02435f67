// Copies the published browser files of the packages in package-lock.json to static/vendor.
//   node scripts/vendor.mjs           writes the folder and its manifest
//   node scripts/vendor.mjs --check   compares the committed folder with what `npm ci` yields; changes nothing
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HOUSE = join(dirname(fileURLToPath(import.meta.url)), '..')
const VENDOR = join(HOUSE, 'static', 'vendor')

/** What we serve ← what its makers published. */
const PUBLISHED = {
  'preact.js': ['preact', 'dist/preact.mjs'],
  'preact-hooks.js': ['preact', 'hooks/dist/hooks.mjs'],
  'htm.js': ['htm', 'dist/htm.module.js'],
  'signals.js': ['@preact/signals', 'dist/signals.module.js'],
  'signals-core.js': ['@preact/signals-core', 'dist/signals-core.module.js'],
  'socket.io.js': ['socket.io-client', 'dist/socket.io.esm.min.js'],
  'licences/preact.txt': ['preact', 'LICENSE'],
  'licences/htm.txt': ['htm', 'LICENSE'],
  'licences/signals.txt': ['@preact/signals', 'LICENSE'],
  'licences/signals-core.txt': ['@preact/signals-core', 'LICENSE'],
  'licences/socket.io.txt': ['socket.io-client', 'LICENSE'],
}

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))

function lockedAndInstalled() {
  const installed = join(HOUSE, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const [locked, found] = [json(join(HOUSE, 'package-lock.json')).packages, json(installed).packages]
  const wanted = new Set(Object.values(PUBLISHED).map(([name]) => `node_modules/${name}`))
  return [...wanted].every((name) => found[name]?.integrity === locked[name].integrity)
}

function install() {
  if (lockedAndInstalled()) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: HOUSE, stdio: 'inherit' })
}

function published() {
  const files = new Map()
  const manifest = {}
  for (const [file, [name, source]] of Object.entries(PUBLISHED)) {
    const folder = join(HOUSE, 'node_modules', name)
    const bytes = readFileSync(join(folder, source))
    const { version, license } = json(join(folder, 'package.json'))
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
    files.set(file, bytes)
    manifest[file] = { package: name, version, source, licence: license, integrity }
  }
  files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  return files
}

function write(files) {
  rmSync(VENDOR, { recursive: true, force: true })
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(VENDOR, file)), { recursive: true })
    writeFileSync(join(VENDOR, file), bytes)
  }
}

function differences(files) {
  const committed = existsSync(VENDOR)
    ? readdirSync(VENDOR, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.path, entry.name).slice(VENDOR.length + 1).replaceAll('\\', '/'))
    : []
  const changed = [...files].filter(([file, bytes]) => !committed.includes(file) || !bytes.equals(readFileSync(join(VENDOR, file))))
  return [...changed.map(([file]) => `${file} differs`), ...committed.filter((file) => !files.has(file)).map((file) => `${file} is not ours`)]
}

install()
if (process.argv.includes('--check')) {
  const found = differences(published())
  for (const line of found) console.error(`static/vendor: ${line}`)
  process.exitCode = found.length ? 1 : 0
} else {
  write(published())
}
