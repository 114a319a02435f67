/** Forms while nobody answers: they stay as they are typed, and the page says what is safe and what to do. */

/** What is typed in a form that goes to the server, and whether one was to be sent while nobody answered. */
const now = { typed: false, held: false }
/** Whether the server answered when it was asked last, when and how often that was, and whether it is waited for. */
const server = { silent: false, asked: 0, times: 0, awaited: false }

/** How seldom it is asked, in milliseconds: while somebody types, before they press, and once a form is held back. */
const OFTEN = { typing: 10_000, pressing: 1_000, held: 2_000 }
/** How long an answer may take, in milliseconds. */
const PATIENCE = 5_000

document.addEventListener('input', ({ target }) => {
  if (!posts(formOf(target))) return
  now.typed = true
  look(OFTEN.typing)
})

// Whoever goes to a button is about to press it: by then it is known whether anybody is there.
for (const comes of ['pointerdown', 'focusin']) {
  document.addEventListener(comes, ({ target }) => {
    const button = target instanceof Element && target.closest('button')
    if (button && posts(button.form)) look(OFTEN.pressing)
  })
}

// Before any other listener: to those nothing was sent, and what they know as unsaved stays so.
addEventListener(
  'submit',
  (sent) => {
    if (!posts(sent.target)) return
    if (navigator.onLine && !server.silent) {
      Object.assign(now, { typed: false, held: false })
      return
    }
    sent.preventDefault()
    sent.stopImmediatePropagation()
    now.held = true
    if (!navigator.onLine) say('none')
    void wait(sent)
  },
  true,
)

addEventListener('online', () => {
  if (now.held) void wait()
})

// While nobody answers nothing comes in place of this page: the browser asks before it goes.
addEventListener('beforeunload', (leaving) => {
  if ((server.silent || !navigator.onLine) && (now.typed || now.held)) leaving.preventDefault()
})

/** @param {EventTarget | null} target */
function formOf(target) {
  return target instanceof Element ? target.closest('form') : null
}

/** @param {unknown} form */
function posts(form) {
  return form instanceof HTMLFormElement && form.method === 'post'
}

/** @param {number} often */
function look(often) {
  if (navigator.onLine && Date.now() - server.asked >= often) void ask()
}

/** A proxy may answer in the place of a server that has gone; one that sends elsewhere to sign in is there. */
async function ask() {
  const time = ++server.times
  server.asked = Date.now()
  const silent = await isSilent(document.querySelector('[data-away]')?.getAttribute('data-away'))
  if (time === server.times) server.silent = silent
}

/** @param {string | null | undefined} where */
async function isSilent(where) {
  if (!where) return false
  try {
    const how = { cache: /** @type {const} */ ('no-store'), redirect: /** @type {const} */ ('manual') }
    return (await fetch(where, { ...how, signal: AbortSignal.timeout(PATIENCE) })).status >= 500
  } catch {
    return true
  }
}

/**
 * Until somebody answers; without a line the browser says when there is one again. What was pressed just now goes at
 * once if they do.
 * @param {SubmitEvent} [sent]
 */
async function wait(sent) {
  if (server.awaited) return
  server.awaited = true
  let form = sent?.target
  while (navigator.onLine) {
    await ask()
    if (!server.silent) {
      server.awaited = false
      if (form instanceof HTMLFormElement) form.requestSubmit(sent?.submitter)
      else say('back')
      return
    }
    form = null
    say('none')
    await new Promise((done) => setTimeout(done, OFTEN.held))
  }
  server.awaited = false
}

/** @param {'none' | 'back'} what */
function say(what) {
  const place = document.querySelector('[data-away]')
  const words = place?.querySelector(`template[data-words="${what}"]`)
  const said = place?.querySelector('[role=status]')
  if (words instanceof HTMLTemplateElement) said?.replaceChildren(document.importNode(words.content, true))
}

// A module of its own: its names are nobody else's.
export {}
