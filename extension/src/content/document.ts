/**
 * The document as the platform has it. On document itself an element of the page's that is named body or createElement
 * stands in the place of the document's own, in our world too.
 */
export const theDocument = new Proxy(document, {
  get: (target, name) => {
    const value: unknown = Reflect.get(Document.prototype, name, target);
    return typeof value === "function" ? (value.bind(target) as unknown) : value;
  },
});
