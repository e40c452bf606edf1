import { whatsAppLink } from '../../visits/domain/index.js';

/** Longer addresses are cut by browsers and phones. */
const LONGEST_ADDRESS = 6000;

/** The page of WhatsApp that lets one choose whom to send a text; null for one that is too long for an address. */
export function shareLink(text: string): string | null {
  const link = whatsAppLink(text);
  return link.length > LONGEST_ADDRESS ? null : link;
}
