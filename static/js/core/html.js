/** The one way to write markup in a component; importing it also makes components follow the signals they read. */
import '@preact/signals'
import htm from 'htm'
import { h } from 'preact'

export const html = htm.bind(h)
