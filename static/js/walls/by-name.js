/** Clusters that groups named alike, as one: what the room said in several groups stands once, with all that lies in it. */

/**
 * @template Cluster, Idea
 * @typedef {{ key: string, name: string, clusters: Cluster[], ideas: Idea[] }} Named
 */

/**
 * Largest first; of the same size, the one named by more groups.
 * @template {{ id: string }} Cluster
 * @template Idea
 * @param {Cluster[]} clusters
 * @param {(cluster: Cluster) => string} nameOf
 * @param {(cluster: Cluster) => Idea[]} inside
 * @returns {Named<Cluster, Idea>[]}
 */
export function byName(clusters, nameOf, inside) {
  /** @type {Map<string, Named<Cluster, Idea>>} */
  const named = new Map()
  for (const cluster of clusters) {
    const name = nameOf(cluster)
    const key = name.trim().toLocaleLowerCase() || cluster.id
    const found = named.get(key) ?? { key, name, clusters: [], ideas: [] }
    named.set(key, { ...found, clusters: [...found.clusters, cluster], ideas: [...found.ideas, ...inside(cluster)] })
  }
  return [...named.values()].toSorted((a, b) => b.ideas.length - a.ideas.length || b.clusters.length - a.clusters.length)
}
