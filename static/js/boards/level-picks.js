/** Where level and picks meet: what stands low and matters to many is where to work. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { ScatterChart } from '../parts/scatter-chart.js'
import { Official, official, stated } from './unofficial.js'

/** Whether anything was picked, and so whether there is something to draw. @param {Toimi.LevelsResult} result */
export const picked = (result) => result.points.some(({ picks }) => picks > 0)

/** @param {{ room: Toimi.Room, result: Toimi.LevelsResult }} props */
export function LevelPicks({ room, result }) {
  const shown = result.points.filter(({ picks }) => picks > 0).toSorted((a, b) => b.picks - a.picks || a.level - b.level)
  const points = shown.map((each, at) => {
    const statement = room.boot.pack.statements.find(({ id }) => id === each.statement)
    const of = stated(statement)
    return { key: each.statement, number: at + 1, label: official(room, of), face: html`<${Official} room=${room} of=${of} />`, theme: Number(statement?.theme), x: each.level, y: each.picks }
  })
  const most = Math.max(1, ...points.map(({ y }) => y))
  return html`<${ScatterChart} points=${points} caption=${t('Level and picks')} sub=${t('What stands low and was picked by many comes first. Statements that nobody picked are left out.')}
    across=${{ title: t('Level'), low: t('low'), high: t('high'), from: 1, to: room.boot.pack.scale.levels.length }} up=${{ title: t('Picked by'), low: t('few'), high: t('many'), from: 0, to: most }} best=${t('Begin here')} corner="top-left" />`
}
