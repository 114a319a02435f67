/** Forms while nobody answers: they stay as they are typed, and the page says what is safe and what to do. */

/** What is typed in a form that goes to the server, and whether one was to be sent while nobody answered. */
const now = { typed: false, held: false }
/** Whether the server answered when it was asked last, and when that was. */
const server = { silent: false, asked: 0, awaited: false }

/** How seldom it is asked, in milliseconds: while somebody types, before they press, and once a form is held back. */
const OFTEN = { typing: 10_000, pressing: 1_000, held: 2_000 }

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
    hold()
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

/** A proxy may answer in the place of a server that has gone. */
async function ask() {
  server.asked = Date.now()
  const where = document.querySelector('[data-away]')?.getAttribute('data-away')
  try {
    server.silent = Boolean(where) && (await fetch(String(where), { cache: 'no-store' })).status >= 500
  } catch {
    server.silent = true
  }
}

function hold() {
  now.held = true
  say('none')
  void wait()
}

/** Until somebody answers; without a line the browser says when there is one again. */
async function wait() {
  if (server.awaited) return
  server.awaited = true
  while (navigator.onLine) {
    await ask()
    if (!server.silent) {
      say('back')
      break
    }
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
