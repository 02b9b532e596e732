// What to do next with a customer: the action (who, by when, what to say), the offer as P × C × V × L, why not the others.
import type { CustomerPage, ExplainedOffer } from '#contract/customer.ts';
import { CheckIcon, CrossIcon } from '#web/parts/icons.tsx';
import { dueText } from '#web/views/customer-strip.ts';
import { whyNotGroups } from '#web/views/why-not.ts';
import { factorRows } from '#web/views/offer-rows.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Props = { page: CustomerPage };

export function NextAction({ page }: Props) {
  const { c, f } = useCustomerSpeech();
  const { action } = page;
  return (
    <section className="sec do">
      <header>
        <h2>{action.short}</h2>
      </header>
      <dl>
        <dt>{c.action.who}</dt>
        <dd>{action.owner ?? action.ownerLabel}</dd>
        <dt>{c.action.when}</dt>
        <dd>{dueText(action.due, page.asOf, f, c)}</dd>
        <dt>{c.action.how}</dt>
        <dd>{action.channelLabel}</dd>
        {action.evidence !== '' && (
          <>
            <dt>{c.action.why}</dt>
            <dd>{action.evidence}</dd>
          </>
        )}
      </dl>
      {action.say !== '' && (
        <p className="say">
          <span className="small mute">{c.action.say}</span>
          {action.say}
        </p>
      )}
    </section>
  );
}

export function NextOffer({ page }: Props) {
  const { c } = useCustomerSpeech();
  const { offer } = page;
  if (offer === null) {
    return (
      <section className="sec">
        <header>
          <h2>{c.offer.none}</h2>
        </header>
        <p className="soft">{page.offerReasonText}</p>
      </section>
    );
  }
  return (
    <section className="sec">
      <header>
        <h2>{offer.label}</h2>
        <span className="note">
          {c.offer.state[offer.state]}
          {offer.free ? ` · ${c.offer.free}` : ''}
        </span>
      </header>
      <p className="soft">{offer.text}</p>
      {offer.ask.length > 0 && (
        <div className="ask">
          <h3>{c.offer.ask}</h3>
          <ul>
            {offer.ask.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
      <Factors offer={offer} currency={page.line.currency} />
      <ol className="gates" aria-label={c.offer.gates}>
        {offer.gates.map((gate) => (
          <li key={gate.gate}>
            {gate.passed ? <CheckIcon /> : <CrossIcon />}
            <b>
              {gate.label}
              <span className="sr"> {gate.passed ? c.offer.passed : c.offer.stopped}</span>
            </b>
            <span>{gate.text}</span>
          </li>
        ))}
      </ol>
      <dl className="what">
        <dt>{c.offer.content}</dt>
        <dd>{offer.content}</dd>
      </dl>
    </section>
  );
}

function Factors({ offer, currency }: { offer: ExplainedOffer; currency: string }) {
  const { w, c, f } = useCustomerSpeech();
  const { rows, total } = factorRows(offer, currency, f, w, c);
  return (
    <table className="pcvl">
      <caption className="sr">{c.offer.caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.letter}>
            <th scope="row">{row.letter}</th>
            <td>{row.name}</td>
            <td className="num">{row.value}</td>
            <td className="from">{row.from}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>{total.name}</td>
          <td className="num">{total.value}</td>
          <td className="from">{total.from}</td>
        </tr>
      </tfoot>
    </table>
  );
}

export function WhyNot({ page }: Props) {
  const { c } = useCustomerSpeech();
  if (page.whyNot.length === 0) return null;
  return (
    <section className="sec">
      <header>
        <h2>{c.whyNot.title}</h2>
      </header>
      <ul className="whynot">
        {whyNotGroups(page.whyNot).map((group) => (
          <li key={group.names[0]}>
            <span className="name">
              {group.names.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </span>
            <span className="gate">
              {c.whyNot.stopped}
              <b>{group.gateLabel}</b>
            </span>
            <p>{group.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
