import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';

/** id-signedData and id-data (RFC 5652 sections 5.1 and 4). */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';

/** More than any answer has; each value of a longer one would become an object. */
const LONGEST = 1024 * 1024;

/**
 * What an opaque-signed S/MIME part holds (RFC 8551 section 3.5.2): a MIME entity inside of SignedData. The signature
 * proves nothing here and is not looked at. Null for what is encrypted, or no such thing.
 */
export function signedEntity(content: Buffer): Buffer | null {
  if (content.length > LONGEST) return null;
  try {
    const { offset, result } = fromBER(content);
    if (offset < 0) return null;
    const signed = taggedAfter(result, SIGNED_DATA);
    const encapsulated = signed instanceof Sequence ? signed.valueBlock.value[2] : undefined;
    const entity = encapsulated === undefined ? null : taggedAfter(encapsulated, DATA);
    return entity instanceof OctetString ? Buffer.from(entity.getValue()) : null;
  } catch {
    return null; // broken encodings end in errors of several kinds
  }
}

/** What stands in `[0] EXPLICIT` after an object identifier in a sequence. */
function taggedAfter(block: BaseBlock, type: string): BaseBlock | null {
  if (!(block instanceof Sequence)) return null;
  const [identifier, tagged] = block.valueBlock.value;
  if (!(identifier instanceof ObjectIdentifier) || identifier.getValue() !== type) return null;
  return tagged instanceof Constructed ? (tagged.valueBlock.value[0] ?? null) : null;
}
