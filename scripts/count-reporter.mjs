// A reporter for `node --test` that says nothing but the numbers of the whole run, as one line of JSON.
export default async function* count(source) {
  for await (const { type, data } of source) {
    // Only the summary of the whole run names no file.
    if (type === 'test:summary' && data.file === undefined) yield `${JSON.stringify(data.counts)}\n`;
  }
}
