// The method as a file: out as it runs, in as somebody changed it, with each mistake by its line.
import { useRef } from 'react';
import type { RefusedMethod } from '#web/views/method-look.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

type Props = {
  refused: RefusedMethod | null;
  nameOfRunning: string;
  textOfRunning: () => Promise<string>;
  onFile: (source: string, name: string) => void;
};

/** Hands a text to the browser as a download. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export function MethodFile({ refused, nameOfRunning, textOfRunning, onFile }: Props) {
  const { m } = useMethodSpeech();
  const field = useRef<HTMLInputElement>(null);
  return (
    <section className="sec">
      <header>
        <h2>{m.own.title}</h2>
        <p className="note">{m.own.note}</p>
      </header>
      <div className="bar">
        <button
          type="button"
          className="btn"
          onClick={() => void textOfRunning().then((text) => save(text, nameOfRunning))}
        >
          {m.own.download}
        </button>
        <button type="button" className="btn" onClick={() => field.current?.click()}>
          {m.own.bring}
        </button>
        <input
          ref={field}
          type="file"
          className="sr"
          tabIndex={-1}
          aria-label={m.own.bring}
          accept=".yaml,.yml,text/yaml"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void file.text().then((text) => onFile(text, file.name));
            // The same file may be brought again once it is mended.
            target.value = '';
          }}
        />
      </div>
      {refused && (
        <div className="err" role="alert">
          <p>{refused.parts.length > 0 ? m.own.mistakes(refused.parts.length) : refused.text}</p>
          <ul>
            {refused.parts.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <span className="name">{m.own.line(path)}</span>: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
