import { AddressFaultEntity } from './address-fault.entity.js';
import { MailEntity, MailAttachmentEntity, MailDomainSecondEntity, MailLeaseEntity } from './mail.entity.js';
import { MailOutageEntity } from './mail-outage.entity.js';
import { MailRefusalEntity } from './mail-refusal.entity.js';
import { ReturnAddressEntity } from './return-address.entity.js';

/** The tables of this part. */
export const mailEntities = [
  AddressFaultEntity,
  MailAttachmentEntity,
  MailDomainSecondEntity,
  MailEntity,
  MailLeaseEntity,
  MailOutageEntity,
  MailRefusalEntity,
  ReturnAddressEntity,
];
