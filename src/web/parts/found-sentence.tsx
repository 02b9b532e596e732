// What somebody wrote, with the words that were found in it marked.
import type { FoundWords } from '#contract/keywords.ts';

export function FoundSentence({ sentence }: { sentence: FoundWords['examples'][number]['sentence'] }) {
  return (
    <p className="found">
      {sentence.before}
      <mark>{sentence.found}</mark>
      {sentence.after}
    </p>
  );
}
