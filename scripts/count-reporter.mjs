// A reporter for `node --test` that says nothing but the numbers of the whole run and what was skipped, as JSON.
export default async function* count(source) {
  const skipped = [];
  for await (const { type, data } of source) {
    if (type === 'test:pass' && data.skip !== undefined)
      skipped.push(
        typeof data.skip === 'string' && data.skip !== '' ? `${data.name}: ${data.skip}` : data.name,
      );
    // Only the summary of the whole run names no file.
    if (type === 'test:summary' && data.file === undefined)
      yield JSON.stringify({ ...data.counts, names: skipped });
  }
}
