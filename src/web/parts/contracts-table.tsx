// The contracts of a customer on the date, as they were known.
import type { CustomerPage } from '#contract/customer.ts';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

export function ContractsTable({ page }: { page: CustomerPage }) {
  const { w, c, f } = useCustomerSpeech();
  const { contracts } = page;
  if (contracts.length === 0) {
    return (
      <section className="sec">
        <header>
          <h2>{c.contracts.none}</h2>
        </header>
        <p className="soft">{c.contracts.noneText}</p>
      </section>
    );
  }
  return (
    <section className="sec">
      <header>
        <h2>{c.contracts.title(contracts.length + page.leftOut.contracts)}</h2>
        {!f.seesMoney && <span className="note">{w.money.hiddenNote}</span>}
        {page.leftOut.contracts > 0 && (
          <span className="note">{c.contracts.leftOut(page.leftOut.contracts)}</span>
        )}
      </header>
      <div className="scroll" tabIndex={0} role="group" aria-label={c.contracts.caption}>
        <table className="tbl wrap contracts">
          <caption className="sr">{c.contracts.caption}</caption>
          <colgroup>
            <col />
            <col />
            <col />
            {f.seesMoney && <col />}
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>{c.contracts.contract}</th>
              <th className="num">{c.contracts.from}</th>
              <th className="num">{c.contracts.to}</th>
              {f.seesMoney && <th className="num">{c.contracts.mrr}</th>}
              <th>{c.contracts.status}</th>
            </tr>
          </thead>
          <tbody>
            {contracts.map((contract) => (
              <tr key={contract.key}>
                <td className="name" title={contract.label}>
                  {contract.label}
                </td>
                <td className="num soft">
                  {contract.startsOn === null ? w.noDate : f.day(contract.startsOn)}
                </td>
                <td className="num">{contract.endsOn === null ? w.noDate : f.day(contract.endsOn)}</td>
                {f.seesMoney && (
                  <td className="num">
                    {contract.mrrCents === null ? w.noData : f.money(contract.mrrCents, contract.currency)}
                  </td>
                )}
                <td className="soft">{contract.statusLabel}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
