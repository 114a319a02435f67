/**
 * A `ref` that sets CSS variables through the CSSOM, which the policy allows where a style attribute is not.
 * `<i ref=${vars({ '--m': 40 })} />`
 * @param {{ [name: `--${string}`]: string | number }} values
 */
export const vars = (values) => (/** @type {HTMLElement | null} */ element) => {
  if (!element) return
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, String(value))
}
