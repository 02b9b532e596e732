// A link to copy, shown this once.
import { useState } from 'react';
import type { OpenLink } from '#contract/people.ts';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function LinkShown({ email, link }: { email: string; link: OpenLink }) {
  const { p, f } = usePeopleSpeech();
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}/convite#${link.token}`;
  const copy = async (): Promise<void> => {
    // Where the browser gives no clipboard the field can be selected.
    await navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="link-shown" role="status">
      <label>
        <span className="lb">{p.invite.ready(email)}</span>
        <input className="field" readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" className="btn" onClick={() => void copy()}>
        {copied ? p.invite.copied : p.invite.copy}
      </button>
      <span className="small mute">{p.invite.once(f.day(link.until))}</span>
    </div>
  );
}
