import { CertificateEntity } from './certificate.entity.js';
import { LetterCopyEntity, LetterCounterEntity, LetterEntity } from './letter.entity.js';
import { LetterTemplateEntity } from './letter-template.entity.js';
import { EmblemEntity, OfficePaperEntity, SignerEntity } from './office-paper.entity.js';

/** The tables of this feature. */
export const paperworkEntities = [
  CertificateEntity,
  EmblemEntity,
  LetterCopyEntity,
  LetterCounterEntity,
  LetterEntity,
  LetterTemplateEntity,
  OfficePaperEntity,
  SignerEntity,
];
