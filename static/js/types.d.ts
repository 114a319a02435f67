/**
 * The shapes that travel and the shapes that components are given. In JSDoc they are at hand everywhere:
 * `@param {{ room: Toimi.Room, step: Toimi.Step }} props`.
 */
import type { ReadonlySignal, Signal } from '@preact/signals-core'

export as namespace Toimi

// ---- words

export type Language = 'fi' | 'sv' | 'en'
export type Parallel = { [language in Language]?: string }
/** A sentence that the reader's browser words. */
export type Message = { id: string; arguments?: { [name: string]: unknown } }
export type Wording = { text: string; by: string | null; checked: boolean }
/** A text of a card in the languages it exists in; `language` is the one it was first written in. */
export type ParallelAnswer = { language: Language; texts: { [language in Language]?: Wording } }
export type Answer = ParallelAnswer | string | number | boolean | string[] | null
/** Anything that can be put into words. */
export type Sayable = Parallel | Message | ParallelAnswer | string | null | undefined
export type Spoken = { text: string; lang: string }

// ---- boot

export type Place = 'room' | 'remote' | 'phone'
export type Role = 'host' | 'cohost' | 'participant' | 'screen' | 'observer'
export type Phase = 'waiting' | 'open' | 'revealed' | 'closed'

export type Field = {
  type: 'Text' | 'Scale' | 'Choice' | 'Number' | 'Day' | 'Interim' | 'Person' | 'Objective' | 'Card' | 'Library' | (string & {})
  key: string
  label: string
  [option: string]: any
}
export type Kind = {
  key: string
  title: string
  prompt: string
  fields: Field[]
  yields: string
  board: string
  by: string
  solo_first: boolean
  [option: string]: any
}

export type Deed = { key: string; label: string; phases: Phase[]; given: string }

type Marked = { /** Languages whose wording nobody has confirmed. */ unconfirmed: Language[] }
export type Pack = {
  key: string
  version: string
  name: Parallel
  themes: ({ id: string; name: Parallel; name_unconfirmed: Language[]; intention: Parallel } & Marked)[]
  objectives: ({ id: string; theme: string; text: Parallel; own?: Parallel | null } & Marked)[]
  statements: ({ id: string; objective: string; theme: string; text: Parallel; short_form: boolean } & Marked)[]
  scale: { levels: { value: number; name: Parallel }[]; dont_know: Parallel; not_applicable: Parallel }
  library: ({ id: string; objectives: string[]; name: Parallel; definition: Parallel; unit: string; direction: string; source: Parallel; [more: string]: any } & Marked)[]
  role_groups: { id: string; name: Parallel }[]
  picture: ({ key: string; name: Parallel; themes: string[] } & Marked)[]
  units: { [code: string]: Parallel }
  words: { [sentence: string]: Parallel }
}

export type Boot = {
  workshop: string
  seat: string
  role: Role
  token: string
  language: Language
  languages: Language[]
  urls: { ask: string; moment: string; mine: string; screen: string; join: string; plan: string; [name: string]: string }
  pack: Pack
  kinds: { [key: string]: Kind }
  /** What a host does to the whole room: in which phases, and what becomes of what was given. */
  deeds: { [key: string]: Deed }
  /** Address of the method: `{pack, kinds, deeds}`, fetched before the room opens. */
  method: string
  code: string
  /** Address of the language's catalogue: `{"messages": {"source": "translated" | ["one", "many"]}}`. */
  catalogue?: string
}

// ---- panels

export type WorkshopPanel = {
  title: Parallel
  organisation: string
  pack: string
  languages: Language[]
  period: string
  order: string[]
  decider: string | null
  people: number
  continues: any
}
export type Step = {
  id: string
  kind: string
  title: Parallel
  task: Parallel
  minutes: number
  pinned: string | null
  phase: Phase
  options: { [option: string]: any }
  opened_at: string | null
  closed_at: string | null
  round: number
  statements: string[] | null
  /** Statements of a blind re-vote; empty outside one. */
  again: string[]
  /** Who sees what, a sentence of the catalogue. */
  sees: string
}
export type Now = {
  step: string | null
  ahead: { [group: string]: string }
  frozen: boolean
  shows: 'auto' | 'code' | 'task' | 'results' | 'plan'
  headline: Parallel | null
  spotlight: string | null
}
export type Timer = {
  state: 'none' | 'running' | 'paused'
  ends_at: string | null
  left: number | null
  total: number
}
export type Group = {
  id: string
  letter: string
  name: string
  place: string
  organisation: string
  themes: string[]
  size: number
  ready: string[]
}
export type KeptWording = { field: string; language: Language; text: string; by?: string }
export type Card = {
  id: string
  step: string
  kind: string
  group: string | null
  by: string | null
  answers: { [field: string]: Answer }
  cluster: string | null
  ready: boolean
  language: Language
  shown: boolean
  taken_out: string | null
  kept: KeptWording[]
  /** Checks whose hints the group left as they are. */
  muted: string[]
  source: string
  at: string | null
}
export type Answered = { given: number; of: number }
export type Slice = { name: string; n: number; median: number }
export type Level = {
  id: string
  theme?: string
  n: number
  median: number | null
  low: number | null
  high: number | null
  dont_know: number
  not_applicable: number
  picks: number
  spread: 'agree' | 'disagree' | ''
  bins: number[] | null
  dots: number[] | null
  earlier: { median: number; low: number; high: number; n: number } | null
  organisations: Slice[] | null
  roles: Slice[] | null
  between: number | null
  within: number | null
  headline: Message
}
export type LevelsResult = {
  kind: 'levels'
  rounds: number
  people: number
  statements: Level[]
  themes: Level[]
  order: string[]
  theme_order: string[]
  points: { statement: string; level: number; picks: number }[]
  headlines: Message[]
  /** Medians of the long form by statement, where the step asked for it. */
  long: { [statement: string]: { importance: number | null; certainty: number | null; target: number | null } }
}
export type DotsResult = {
  kind: 'dots'
  cards: { card: string; dots: number; people: number; rank: number; tied: boolean; organisations: any[] | null }[]
  given: number
  of: number
}
export type MatrixResult = { kind: 'matrix'; cards: { card: string; importance: number; feasibility: number; n: number }[] }
export type ChoiceResult = { kind: 'choice'; choices: { choice: string; n: number; share: number }[]; n: number }
export type ConfidenceResult = {
  kind: 'confidence'
  n: number
  median: number | null
  low: number | null
  high: number | null
  bins: number[] | null
  raise: any[]
}
export type Result = LevelsResult | DotsResult | MatrixResult | ChoiceResult | ConfidenceResult
export type Agreed = { [statement: string]: { level: number; target: number; reason: string; source: string } }
export type Decision = { id: string; step: string; text: string; cards: string[]; reason: string; at: string }
export type DraftPanel = { plans: any[] }
export type Seat = {
  id: string
  name: string
  role: Role
  place: Place
  language: Language
  organisation: string
  role_group: string
  group: string | null
  decider: boolean
  removed: boolean
}
export type Hidden = { cards: { id: string; answers: { [field: string]: Answer } }[]; waiting: number }
export type Progress = {
  answered: number
  of: number
  groups: { [group: string]: { cards: number; ready_cards: number; ready: boolean; answered: number; of: number; last_at: string | null } }
}
export type Helps = { [group: string]: string }
export type Attention = { offline: string[]; here: string[]; stuck: { group: string; why: string; arguments: { [name: string]: number } }[] }
export type Ballot = { cards: string[]; budget: number; most_on_one: number; form: 'dots' | 'matrix' }
export type Finding = { check: string; level: 'stop' | 'warn' | 'info'; field: string; words: Message; fix: Message; about: string; language: string }
export type Note = { id?: string; text: string; at: string }
export type Mark = {
  level: number | null
  none: 'dont_know' | 'not_applicable' | null
  importance: number | null
  certainty: number | null
  target: number | null
}
export type Mine = {
  marks: { [statement: string]: Mark }
  picks: string[]
  dots: { [card: string]: number }
  places: { [card: string]: [number, number] }
  choice: string[]
  confidence: { level: number; raise_it: string } | null
  ready: boolean
}
export type Me = { seat: string; group: string | null; role: Role; removed: boolean; merged_into: string | null; undo: boolean }

/** Panels by their key; a key with an id after the colon is matched by its pattern. */
export interface Panels {
  workshop: WorkshopPanel
  now: Now
  timer: Timer
  draft: DraftPanel
  helps: Helps
  agreed: Agreed
  attention: Attention
  me: Me
  [step: `step:${string}`]: Step
  [group: `group:${string}`]: Group
  [card: `card:${string}`]: Card
  [answered: `answered:${string}`]: Answered
  [result: `result:${string}`]: Result
  [agreed: `agreed:${string}`]: Agreed
  [decision: `decision:${string}`]: Decision
  [seat: `seat:${string}`]: Seat
  [hidden: `hidden:${string}`]: Hidden
  [progress: `progress:${string}`]: Progress
  [findings: `findings:${string}`]: { findings: Finding[] }
  [note: `note:${string}`]: Note
  [mine: `mine:${string}`]: Mine
  [ballot: `ballot:${string}`]: Ballot
}

// ---- the wire

export type Panel = any
export type StreamPart = {
  epoch: string
  since: number
  seq: number
  whole?: boolean
  more?: boolean
  panels: { [key: string]: Panel | null }
}
export type Moment = { now: string; seat: string; streams: { [stream: string]: StreamPart } }
export type Changes = StreamPart & { stream: string }
export type Have = { [stream: string]: [epoch: string, seq: number] }
export type Beacon = { now: string; streams: Have }
export type Farewell = { reason: 'restart' | 'full' | 'removed' | (string & {}); again_in?: number | null }
export type Ask = { client: string; n: number; id: string; type: CommandName; body: any; for?: string }
export type Ack = { n: number; ok: boolean; code?: string; words?: string; field?: string | null; kept?: any; again_in?: number }
/** What `room.ask` promises: answered by the server, however long the line was away. */
export type Outcome = { ok: boolean; code?: string; words?: string; field?: string | null; kept?: any }

/** Bodies of commands; ids are made by `newId()`. */
export interface Commands {
  SetUp: { title: Parallel; organisation: string; pack: string; pack_version: string; languages?: Language[]; period?: string }
  SetAgenda: { steps: any[]; statements?: any[] }
  AddStep: { step: any; after?: string | null }
  ReviseStep: { step: string; title?: Parallel; task?: Parallel; minutes?: number; pinned?: string | null }
  SetOption: { step: string; option: string; value: any }
  DropStep: { step: string }
  MoveStep: { step: string; after?: string | null }
  Join: { seat: string; language: Language; place?: Place; organisation?: string; role_group?: string; role?: Role }
  ReviseSeat: { seat: string; language?: Language; place?: Place; organisation?: string; role_group?: string }
  SetRole: { seat: string; role: Role }
  NameDecider: { seat: string | null }
  RemoveSeat: { seat: string }
  MergeSeats: { seat: string; into: string }
  FormGroups: {
    way: 'random' | 'theme' | 'organisation' | 'language' | 'place'
    size?: number
    seed?: string
    mix_places?: boolean
  }
  PutInGroup: { seat: string; group: string | null }
  AddGroup: { group: string; name?: string }
  ReviseGroup: { group: string; name?: string; place?: string; organisation?: string; themes?: string[] }
  MergeGroups: { group: string; into: string }
  OpenStep: { step: string; seen: string }
  Reveal: { step: string; seen: string }
  CloseStep: { step: string; seen: string }
  LetAhead: { group: string; step: string | null }
  StartTimer: { seconds: number }
  PauseTimer: {}
  ResumeTimer: {}
  AddTime: { seconds: number }
  StopTimer: {}
  Show: { what: Now['shows']; headline?: Parallel | null }
  Spotlight: { card: string | null }
  Freeze: { on: boolean }
  AskForHelp: { on?: boolean }
  AnswerHelp: { group: string }
  SendNote: { note: string; group: string | null; text: string }
  MarkReady: { step: string; ready?: boolean }
  AddCard: {
    card: string
    step: string
    answers: { [field: string]: any }
    language: Language
    /** "cluster" names a cluster; otherwise the step's own kind. */
    kind?: string
    group?: string | null
    cluster?: string | null
  }
  ReviseCard: { card: string; field: string; value: any; base: any; language: Language }
  ChooseWording: { card: string; field: string; language: Language; value: string }
  CheckWording: { card: string; field: string; language: Language }
  WithdrawCard: { card: string }
  TakeOut: { card: string; reason?: string }
  PutBack: { card: string }
  PlaceCards: { cards: string[]; cluster: string | null }
  MergeClusters: { cluster: string; into: string }
  MarkCardReady: { card: string; ready?: boolean }
  MuteHint: { card: string; check: string }
  GiveMark: {
    step: string
    statement: string
    level?: number | null
    none?: Mark['none']
    importance?: number | null
    certainty?: number | null
    target?: number | null
  }
  Pick: { step: string; statements: string[] }
  GiveDots: { step: string; card: string; dots: number }
  PlaceOnMatrix: { step: string; card: string; importance: number; feasibility: number }
  Choose: { step: string; choice: string[] }
  GiveConfidence: { step: string; level: number; raise_it?: string }
  StartRound: { step: string; statements: string[] }
  AgreeLevel: { step: string; statement: string; level: number; target?: number | null; reason?: string }
  Decide: { decision: string; step: string; text: string; cards?: string[]; reason?: string }
  Undo: {}
}
export type CommandName = keyof Commands

// ---- what components are given

export type Connection = {
  state: 'live' | 'connecting' | 'offline' | 'polling' | 'farewell'
  /** Asks that wait for an answer. */
  pending: number
  /** Device's milliseconds at which the state began. */
  since: number
  /** Why the server said farewell: restart, full, removed … */
  reason?: string
}
/** On top of everything while it is true; `back` goes away by itself after six seconds. */
export type Banner = { kind: 'connecting' | 'offline' | 'back' | 'refused' | 'memory' | 'removed' | 'full'; since: number; pending: number }

export type Pending = { id: string; type: CommandName; body: any; at: number; state: 'sending' | 'kept'; for?: string }

/** Refused after an offline spell: what the person wrote, shown to them; asks about one card fold into one. */
export type KeptForYou = {
  key: string
  card: string | null
  step: string | null
  answers: { [field: string]: any }
  language: Language | null
  asks: { id: string; type: CommandName; body: any; for?: string }[]
  code: string
  words: string
  at: number
}

export interface Store {
  /** Reactive: the narrowest stream's value of the panel, or null. */
  panel<K extends keyof Panels & string>(key: K): Panels[K] | null
  panel(key: string): any
  /** Reactive: values of all panels whose key begins with the prefix, in order of their keys. */
  all(prefix: 'step:'): Step[]
  all(prefix: 'group:'): Group[]
  all(prefix: 'card:'): Card[]
  all(prefix: 'seat:'): Seat[]
  all(prefix: 'decision:'): Decision[]
  all(prefix: 'note:'): Note[]
  all(prefix: string): any[]
  /** Reactive to coming and going only: keys that begin with the prefix. A list made of it does not re-render when one card changes. */
  keys(prefix: string): string[]
  /** Reactive: `[key, value]` of all panels whose key begins with the prefix. */
  entries(prefix: string): [string, any][]
  connection: ReadonlySignal<Connection>
  /** False until the first moment has been taken whole. */
  ready: ReadonlySignal<boolean>
}

export interface Clock {
  /** Server's time in milliseconds; not reactive. */
  now(): number
  /** Reactive: server's time in milliseconds, a new value each second while somebody reads it. */
  readonly second: { readonly value: number }
  /** Reactive: seconds left of a timer, negative when over; null when there is none. */
  left(timer: Timer | null | undefined): number | null
}

/** Where a person is, in the page's own words (a card's field, say), and whether they write there. */
export type NearWhere = { where: string; writing: boolean }
/** `people` by seat; null where they are many or the step is without names. */
export type NearHere = { here: number; writing: number; people: { [seat: string]: NearWhere } | null }
export interface Near {
  /** Who is here, where, and writing, by stream (`room`, `group:<id>`); empty before it has been heard and while the line is away. */
  readonly here: ReadonlySignal<{ [stream: string]: NearHere }>
  /** Says where this person is; lossy, at most one a second. */
  tell(where: NearWhere): void
}

export type Plural = { [name: string]: unknown }
export interface Room {
  boot: Boot
  store: Store
  clock: Clock
  near: Near
  seat: string
  role: Role
  language: Language
  languages: Language[]
  t(text: string, args?: Plural): string
  tn(one: string, many: string, n: number, args?: Plural): string
  said(words: Sayable): string
  spoken(words: Sayable): Spoken
  ask<T extends CommandName>(type: T, body: Commands[T], options?: AskOptions): Promise<Outcome>
  /** Like `ask`, for who may want to change the words while they still wait for the line. */
  asking<T extends CommandName>(type: T, body: Commands[T], options?: AskOptions): Asking
  connection: ReadonlySignal<Connection>
  banner: ReadonlySignal<Banner | null>
  /** Asks not answered yet, oldest first. */
  pending: ReadonlySignal<Pending[]>
  /** Kept for the person to look at. */
  drafts: ReadonlySignal<KeptForYou[]>
  /** Text being typed under this key; survives reload. Empty string when there is none. */
  draft(key: string): Signal<string>
  dropDraft(key: string): void
  /** Sends a kept draft's asks again, under new ids, and forgets it. */
  retryDraft(key: string): Promise<Outcome[]>
  /** False where the browser keeps nothing: what is written lives only as long as the page. */
  lasting: ReadonlySignal<boolean>
  /** Hosts only: looks into these groups and no others. */
  look(groups: string[]): void
  close(): void
}
export type AskOptions = { for?: string }
export type Asking = {
  id: string
  answer: Promise<Outcome>
  /** Changes the body if it has not left yet; says whether it did. */
  amend(body: any): boolean
}

export type RevisionState = 'clean' | 'typing' | 'saving' | 'saved' | 'kept' | 'refused'
export interface Revision {
  value: ReadonlySignal<string>
  state: ReadonlySignal<RevisionState>
  /** Somebody else's text that came while this person was typing; null when there is none. */
  theirs: ReadonlySignal<string | null>
  /** The server's words when it said no. */
  words: ReadonlySignal<string>
  onInput(event: Event | string): void
  onBlur(): void
  /** Saves now; resolves when the server has it. */
  save(): Promise<void>
  close(): void
}
