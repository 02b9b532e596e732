// Names of the closed lists of codes in both languages. The method's own names come from the method.
import type { Locale } from './format.ts';

type Names = Readonly<Record<string, readonly [pt: string, en: string]>>;

const bands: Names = {
  red: ['vermelho', 'red'],
  yellow: ['amarelo', 'yellow'],
  green: ['verde', 'green'],
  unknown: ['sem dados suficientes', 'not enough data'],
};
const statuses: Names = {
  active: ['ativo', 'active'],
  notice: ['em aviso', 'notice given'],
  no_contract: ['sem contrato', 'no contract'],
  ended: ['encerrado', 'ended'],
  unknown: ['situação desconhecida', 'status unknown'],
};
const segments: Names = {
  enterprise: ['Enterprise', 'Enterprise'],
  mid_market: ['Mid-market', 'Mid-market'],
  smb: ['PME', 'SMB'],
  product_led: ['Product-led', 'Product-led'],
};
const roles: Names = {
  csm: ['CSM', 'CSM'],
  consultant: ['consultor', 'consultant'],
  sales: ['vendas', 'sales'],
  finance: ['financeiro', 'finance'],
  executive_sponsor: ['sponsor nosso', 'our sponsor'],
  manager: ['gestor', 'manager'],
  automatic: ['automático', 'automatic'],
};
const contactRoles: Names = {
  executive_sponsor: ['sponsor', 'sponsor'],
  champion: ['champion', 'champion'],
  decision_maker: ['decisor', 'decision maker'],
  influencer: ['influenciador', 'influencer'],
  user: ['usuário', 'user'],
  detractor: ['detrator', 'detractor'],
  procurement: ['compras', 'procurement'],
  finance: ['financeiro', 'finance'],
};
const channels: Names = {
  phone: ['telefone', 'phone'],
  meeting: ['reunião', 'meeting'],
  email: ['e-mail', 'e-mail'],
  message: ['mensagem', 'message'],
};
const gates: Names = {
  eligibility: ['Elegibilidade', 'Eligibility'],
  applicability: ['Aplicabilidade', 'Applicability'],
  suitability: ['Adequação', 'Suitability'],
  contact: ['Política de contato', 'Contact policy'],
  arbitration: ['Arbitragem', 'Arbitration'],
};

function name(names: Names, key: string, locale: Locale): string {
  const found = Object.hasOwn(names, key) ? names[key] : undefined;
  return found ? found[locale === 'en' ? 1 : 0] : key.replaceAll('_', ' ');
}

export const bandLabel = (key: string, locale: Locale): string => name(bands, key, locale);
export const statusLabel = (key: string, locale: Locale): string => name(statuses, key, locale);
export const segmentLabel = (key: string, locale: Locale): string => name(segments, key, locale);
/** Role of ours: who does it when no person is named. */
export const roleLabel = (key: string, locale: Locale): string => name(roles, key, locale);
export const contactRoleLabel = (key: string, locale: Locale): string => name(contactRoles, key, locale);
export const channelLabel = (key: string, locale: Locale): string => name(channels, key, locale);
export const gateLabel = (key: string, locale: Locale): string => name(gates, key, locale);
/** What a list shows where nobody owns the action. */
export const noOwner = (locale: Locale): string => (locale === 'en' ? 'no owner' : 'sem responsável');
