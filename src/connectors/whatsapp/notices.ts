// What WhatsApp itself writes into a conversation, in Portuguese and English: notices of encryption, of groups and of
// calls, and what stands in the place of a message that was deleted, edited, or was a picture.

const notices: readonly RegExp[] = [
  // Encryption and the business account.
  /criptografia de ponta a ponta|end-to-end encrypted|end-to-end encryption/i,
  /c[oó]digo de segurança|security code/i,
  /conta comercial|business account|meta para gerenciar|secure service from meta/i,
  /mensagens tempor[aá]rias|disappearing messages/i,
  // Who comes and goes in a group.
  / (?:adicionou|removeu|convidou) (?!me\b)\S| (?:added|removed) \S+(?: \S+){0,5}$/i,
  /(?:^|\s)(?:saiu|left)(?: do grupo| the group)?\.?$/i,
  /(?:entrou|joined) (?:usando|pelo|através|com|using|via|from)/i,
  /(?:criou|created) (?:o|este|esse|this|the|a)? ?(?:grupo|group|comunidade|community)/i,
  /(?:mudou|alterou|changed) (?:o nome|a descrição|a imagem|a foto|as configurações|as definições|os ajustes|de número|o número|para um novo número|the subject|the group|this group|the settings|to a new|their phone|the description)/i,
  /(?:agora é admin|agora é um admin|não é mais admin|now an admin|no longer an admin)/i,
  /(?:você foi adicionad|voc[eê] foi removid|you were added|you were removed)/i,
  /(?:fixou uma mensagem|pinned a message)/i,
  /(?:bloqueou este contato|desbloqueou este contato|blocked this contact|unblocked this contact)/i,
  /(?:est[aá] nos seus contatos|é um contato|is a contact)\b/i,
  // Calls.
  /^(?:chamada|ligação) de (?:voz|vídeo)(?: perdida| em grupo)?|^missed (?:group )?(?:voice|video) call|^(?:voice|video) call\b/i,
  /^aguardando mensagem|^waiting for this message/i,
];
/** Told once, at the head of a conversation. */
const opening =
  /^(?:as |suas )?(?:mensagens|ligações|conversas)\b.{0,160}criptografia de ponta a ponta|^(?:your )?(?:messages|chats)\b.{0,160}end-to-end encrypt/i;

const deleted =
  /^(?:mensagem apagada|esta mensagem foi apagada|essa mensagem foi apagada|você apagou esta mensagem|você apagou essa mensagem|this message was deleted|you deleted this message|message deleted)\b.{0,40}$/i;
const media =
  /^(?:<?(?:mídia oculta|mídia omitida|arquivo de mídia oculto|media omitted)>?|(?:imagem|áudio|vídeo|video|figurinha|gif|documento|contato|cartão do contato|image|audio|sticker|document|contact card)\s(?:ocultad[oa]|omitid[oa]|oculto|oculta|omitted)|<?(?:anexado|attached): [^>]{1,200}>?|[^\n]{1,200} \((?:arquivo anexado|file attached)\)|.{0,120}\bdocumento (?:omitido|ocultado)|.{0,120}\bdocument omitted|null)$/iu;
const edited =
  /\s*<?(?:mensagem editada|essa mensagem foi editada|esta mensagem foi editada|this message was edited|edited)>\s*$/iu;

/** What a line is, beside who wrote it. */
export type LineKind = 'message' | 'media' | 'deleted' | 'notice';

/** Whether a text is WhatsApp's own. A notice is short; a person may well write these words in a letter. */
export function isNotice(text: string): boolean {
  return text.length <= 400 && notices.some((pattern) => pattern.test(text));
}

/** Whether a text is the notice that a conversation begins with. */
export function isOpening(text: string): boolean {
  return text.length <= 400 && opening.test(text);
}

/** The text of a message as it was written, and what it is: a picture and a deleted message have no text. */
export function messageOf(text: string): { readonly kind: LineKind; readonly text: string } {
  const bare = text.trim();
  if (deleted.test(bare)) return { kind: 'deleted', text: '' };
  const [first = '', ...more] = bare.split('\n');
  // A picture may have a caption below it.
  if (media.test(first.trim())) return { kind: 'media', text: more.join('\n').trim() };
  return { kind: 'message', text: bare.replace(edited, '') };
}
