/** Of a node that may be a form: there an input that is named like it stands in the place of the form's own, in our world too (HTML, 4.10.3). */
export function contains(node: Node, other: Node): boolean {
  return Node.prototype.contains.call(node, other);
}
