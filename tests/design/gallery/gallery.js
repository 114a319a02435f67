/** Every part in every state, side by side. */
import { signal } from '@preact/signals'
import { render } from 'preact'
import { html } from 'toimi/core/html.js'
import { Banner } from 'toimi/parts/banner.js'
import { BarChart } from 'toimi/parts/bar-chart.js'
import { Cluster, Note } from 'toimi/parts/card.js'
import { Dialog } from 'toimi/parts/dialog.js'
import { Empty, Skeleton } from 'toimi/parts/empty.js'
import { Check, Choices, SelectField, Switch, TextField } from 'toimi/parts/field.js'
import { GoalCard, GoalFields } from 'toimi/parts/goal.js'
import { Hint, Hints } from 'toimi/parts/hint.js'
import { Logo, MiniSpan } from 'toimi/parts/icon.js'
import { Dots, GroupMark, Key, Pips, Presence, Span, Status, Tag, ThemeNumber } from 'toimi/parts/marks.js'
import { Menu } from 'toimi/parts/menu.js'
import { Preferences } from 'toimi/parts/preferences.js'
import { Saved } from 'toimi/parts/saved.js'
import { Scale } from 'toimi/parts/scale.js'
import { ScatterChart } from 'toimi/parts/scatter-chart.js'
import { Seg } from 'toimi/parts/seg.js'
import { SpreadChart } from 'toimi/parts/spread-chart.js'
import { Stepline, Stepper } from 'toimi/parts/stepper.js'
import { TabPanel, Tabs } from 'toimi/parts/tabs.js'
import { Timer } from 'toimi/parts/timer.js'
import { Toasts, openNews } from 'toimi/parts/toast.js'
import { DotsLeft, Vote } from 'toimi/parts/vote.js'

const LEVELS = ['Not done', 'Occasional', 'Agreed practice', 'Managed', 'Improving'].map((name, n) => ({
  level: n + 1,
  name,
  text: 'We know which categories matter most, and in them most tenders score emissions or life-cycle costs.',
}))
const STEPS = ['Briefing', 'Current state', 'Ideas', 'Voting', 'Goals', 'Metrics', 'Actions', 'Review'].map((title) => ({ id: title, title }))
const clock = { now: () => 0, left: (timer) => timer?.left ?? null, second: signal(0) }
const timer = (left, state = 'running') => ({ state, left, total: 1800, ends_at: null })

const mark = signal(3)
const none = signal(null)
const dots = signal(1)
const tab = signal('one')
const place = signal('room')
const on = signal(true)
const text = signal('Life-cycle emissions are scored in 18 % of our tenders, each agency calculating in its own way.')
const asking = signal(false)
const news = openNews({ wait: () => 0 })
news.say('Goal 2 marked ready', { action: 'Undo' })
news.say('Two minutes left for goals', { icon: 'clock' })

const row = (key, theme, label, n, median, low, high, counts, more = {}) => ({
  key,
  theme,
  label,
  result: { n, median, low, high, dont_know: 2, spread: high - low >= 2 ? 'disagree' : 'agree', earlier: null, bins: n < 12 ? counts : null, dots: n < 12 ? null : counts, ...more },
})
const ROWS = [
  row('5', 5, 'Innovation', 24, 2, 1, 4, [7, 6, 2, 6, 3]),
  row('3', 3, 'Knowledge-based management and effectiveness', 24, 2, 1, 3, [7, 7, 3, 5, 2], { earlier: { median: 3.5, low: 2, high: 4, n: 24 } }),
  row('7', 7, 'Social sustainability', 22, 3, 2, 3, [1, 6, 11, 3, 1]),
  row('1', 1, 'Strategic management', 24, 3, 3, 4, [0, 3, 13, 7, 1]),
  row('8', 8, 'Eight people', 8, 2.5, 2, 3, [1, 3, 3, 1, 0]),
  row('4', 4, 'Four people', 4, null, null, null, null),
  row('6', 6, 'A hundred people', 100, 3, 2, 4, [8, 22, 34, 26, 10]),
  row('2', 2, 'Three hundred', 300, 2, 1, 3, [80, 110, 70, 30, 10]),
]
const BARS = [
  { key: 'a', label: 'One shared way to calculate, so that agencies can compare', value: 9, rank: 1, theme: 8, above: true },
  { key: 'b', label: 'Put reporting into the contract', value: 7, rank: 2, tied: true, theme: 6, above: true },
  { key: 'c', label: 'Three systems, three truths. Pick one.', value: 7, rank: 2, tied: true, theme: 3, above: true },
  { key: 'd', label: 'Challenge days with suppliers before we write anything', value: 2, rank: 4, theme: 5, above: false },
]
const POINTS = [
  { key: 'a', number: 1, label: 'One shared way to calculate', x: 4, y: 5, theme: 8 },
  { key: 'b', number: 2, label: 'Reporting in the contract', x: 4, y: 5, theme: 6 },
  { key: 'c', number: 3, label: 'Pick one system', x: 2, y: 4, theme: 3 },
  { key: 'd', number: 4, label: 'Challenge days', x: 5, y: 2, muted: true },
]

const Part = ({ name, wide, children }) => html`<section class=${`pane pane__pad stack${wide ? ' gallery--wide' : ''}`}><h2 class="text-md">${name}</h2>${children}</section>`
const nothing = () => undefined

function Gallery() {
  return html`
    <${Banner} banner=${{ kind: 'offline', since: 0, pending: 3 }}><button class="btn btn--sm" type="button">Try now</button></${Banner}>
    <${Banner} banner=${{ kind: 'back', since: 0, pending: 0 }} />
    <${Banner} banner=${{ kind: 'refused', since: 0, pending: 0 }}><button class="linklike" type="button">See them</button></${Banner}>
    <header class="header">
      <div class="header__in">
        <${Logo} href="/" />
        <div class="header__title"><b>The parts</b><span>Ministry of the Built Environment</span></div>
        <div class="header__steps only-wide"><${Stepper} label="Steps" steps=${STEPS} now=${5} /></div>
        <div class="header__end"><${Timer} timer=${timer(504)} clock=${clock} /><${Preferences} language="en" languages=${['fi', 'sv', 'en']} onLanguage=${nothing} /></div>
      </div>
      <${Stepline} count=${8} now=${5} />
    </header>
    <main class="app__main"><div class="wrap stack gap-5">
      <h1>The tool speaks sans. What people wrote is set in serif.</h1>
      <${Part} name="Marks">
        <div class="row">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => html`<${ThemeNumber} number=${n} label=${n === 1 ? 'Strategic management' : undefined} />`)}</div>
        <div class="row">${[...'ABCDEFGHI'].map((letter) => html`<${GroupMark} letter=${letter} />`)}<${GroupMark} letter="B" small /></div>
        <div class="row"><${Presence} people=${[{ seat: '1', name: 'Aino Lehtonen', letter: 'B' }, { seat: '2', name: 'Mikael Forss', letter: 'A', state: 'writing' }, { seat: '3', name: 'Noora', state: 'away' }]} more="and 21 more" words="Aino, Mikael and 22 others" />
          <${Status} kind="ok">On its way</${Status}><${Status} kind="warn">Slightly behind</${Status}><${Status} kind="bad">Behind</${Status}><${Status} kind="none">No figure</${Status}><${Status} kind="info">In work</${Status}><${Status} kind="solid">Closed</${Status}></div>
        <div class="row gap-5"><${Span} from="18 %" to="100 %" /><${MiniSpan} ready /><${MiniSpan} /><${Pips} on=${2} of=${3} /><${Dots} on=${2} of=${5} label="2 of 5" count /><${Tag}>tag</${Tag}><${Key}>N</${Key}></div>
        <div class="row gap-5"><${Timer} timer=${timer(100)} clock=${clock} /><${Timer} timer=${timer(-42)} clock=${clock} host /><${Timer} timer=${timer(-42)} clock=${clock} /><${Timer} timer=${timer(900, 'paused')} clock=${clock} /><${Timer} timer=${timer(504)} clock=${clock} size="xl" /></div>
      </${Part}>
      <${Part} name="Scale"><${Scale} legend="8.2" levels=${LEVELS} level=${mark.value} none=${none.value} onLevel=${(level) => ((mark.value = level), (none.value = null))} onNone=${(way) => ((none.value = way), (mark.value = null))} /></${Part}>
      <${Part} name="Buttons and choices">
        <div class="row"><button class="btn btn--primary">Mark as ready</button><button class="btn">Ask for help</button><button class="btn btn--quiet">Leave it</button><button class="btn btn--danger">Delete the goal</button><button class="btn btn--primary" aria-busy="true">Saving</button><button class="btn" disabled>Not yet</button></div>
        <div class="row"><${Seg} label="Where" value=${place.value} onPick=${(value) => (place.value = value)} options=${[{ value: 'room', words: 'Code' }, { value: 'remote', words: 'Task' }, { value: 'phone', words: 'Results' }]} />
          <${Switch} label="Groups may write" on=${on.value} onPick=${(value) => (on.value = value)} /><${Switch} label="Off" on=${false} onPick=${nothing} />
          <${Menu} label="Deeds" cls="btn" deeds=${[{ words: 'Write a metric', more: 'Opens a definition sheet', icon: 'pen' }, { words: 'Move to another cluster', icon: 'merge' }, { words: 'Take out', icon: 'bin', apart: true }]} />
          <button class="btn" type="button" onClick=${() => (asking.value = true)}>Close the step …</button></div>
        <${Tabs} id="t" label="Goals" tabs=${[{ key: 'one', words: 'Goal 1' }, { key: 'two', words: 'Goal 2', count: 'ready' }]} now=${tab.value} onPick=${(key) => (tab.value = key)} />
        <${TabPanel} id="t" now=${tab.value}>Panel ${tab.value}</${TabPanel}>
        <${Dialog} open=${asking.value} title="Close goals for everyone?" onClose=${() => (asking.value = false)} safe="Give five more minutes" choice="Close goals" onChoice=${() => (asking.value = false)}><p>Two groups are still writing. What they have is kept.</p></${Dialog}>
      </${Part}>
      <${Part} name="Fields">
        <${TextField} label="What shows it?" note="optional" help="Shown to the room without your name." value=${text.value} onInput=${(value) => (text.value = value)} rows=${3} words below=${html`<${Saved} state="saved" />`} />
        <div class="grid gallery__two"><${TextField} label="Owner" value="" onInput=${nothing} error="Name a role" /><${TextField} label="Target" value="15" onInput=${nothing} unit="%" /></div>
        <${SelectField} label="Objective" value="8.2" onPick=${nothing} empty="Not linked yet" options=${[{ value: '8.2', words: '8.2 Emissions decide', under: '8 Ecological sustainability' }]} />
        <${Choices} label="Languages"><${Check} label="Suomi" on onPick=${nothing} /><${Check} label="Svenska" on=${false} onPick=${nothing} /></${Choices}>
        <div class="row"><${Saved} state="saving" /><${Saved} state="kept" /><${Saved} state="refused" /></div>
      </${Part}>
      <${Part} name="Notes, clusters and votes">
        <${Cluster} name="Follow the contract" letter="B" aside=${html`<${Dots} on=${7} label="7 votes" count />`}>
          <${Note} foot="Group C" aside="10:37">Suppliers promise, nobody measures.</${Note}><${Note} state="held">A named manager for each contract.</${Note}><${Note} state="mine">Mine.</${Note}><${Note} state="sending">On its way.</${Note}>
        </${Cluster}>
        <section class="cluster cluster--fixed"><h3 class="cluster__name">One way to count</h3><${Vote} name="One way to count" dots=${dots.value} most=${2} left=${3} onGive=${(value) => (dots.value = value)} /></section><${DotsLeft} left=${3} of=${5} />
      </${Part}>
      <${Part} name="Goals and hints">
        <${GoalCard} from="One competition in three gets a single bid." to="At most 15 % do, and we know why in each of them." by="2029" head=${html`<span class="row"><${ThemeNumber} number=${4} /><b class="sm">Objective 4.2</b></span><${Status} kind="ok">Ready</${Status}>`} />
        <div class="pane goalbox"><${GoalFields} from=${html`<textarea class="input input--words" aria-label="From" rows="2" />`} to=${html`<textarea class="input input--words" aria-label="To" rows="2" />`} /></div>
        <${Hints} label="How it reads"><${Hint} kind="bad" title="No owner yet" body="Needed before approval." /><${Hint} title="“Improve” cannot be checked" body="What will be true when it has improved?" onMute=${nothing}><button class="linklike" type="button">See an example</button></${Hint}><${Hint} kind="ok" title="The starting point is a fact" /><${Hint} kind="open" title="Link it to an objective" /></${Hints}>
        <${Empty} title="No goals yet" text="Start from where you are today."><button class="btn btn--primary" type="button">Write the first goal</button></${Empty}><${Skeleton} />
      </${Part}>
      <${Part} name="Spread"><${SpreadChart} title="We disagree about innovation" sub="Current state, 24 people" rows=${ROWS} levels=${LEVELS} caption="Marks by theme" /></${Part}>
      <${Part} name="Votes"><${BarChart} title="One way to count comes first" bars=${BARS} caption="Votes" unit="Dots" words /></${Part}>
      <${Part} name="Matrix"><${ScatterChart} title="Two to begin with" points=${POINTS} caption="Ideas" best="Do first" across=${{ title: 'Feasibility', low: 'hard', high: 'easy', from: 1, to: 5 }} up=${{ title: 'Importance', low: 'less', high: 'more', from: 1, to: 5 }} /></${Part}>
    </div></main>
    <${Toasts} news=${news} />
  `
}

/** The screen: one finding, one chart. */
function Wall() {
  return html`<main class="stage">
    <header><h1>We agree that skills are thin. We disagree about innovation.</h1><p class="stage__sub">Current state, 24 people. One dot is one person. The band holds the middle half, the stroke is the median. Widest spread first.</p></header>
    <${SpreadChart} screen settle rows=${ROWS} levels=${LEVELS} caption="Marks by theme" />
    <footer class="stage__foot"><${Logo} /><span>Join at <b>toimi.example</b> with <b class="num">K7WD 3NPX</b></span><span class="right"><b class="num">24</b> of 26 have answered</span><span>Discussion <b class="num">06:30</b></span></footer>
  </main>`
}

render(location.hash === '#screen' ? html`<${Wall} />` : html`<${Gallery} />`, document.body)
