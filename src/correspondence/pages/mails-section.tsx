import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { ListMails } from '../queries/list-mails.js';
import { problemOf } from '../../platform/mail/delivery-words.js';
import type { MailLine } from '../queries/mail-selection.js';
import { StateBadge } from './state-badge.js';
import { can } from '../../platform/security/capabilities.js';

/** Most mails on a visit's page; the newest. */
const SHOWN = 50;
/** Those that stand open. */
const OPEN = 5;

/** Shows on a visit's page what was mailed about it, to those who may see its mails. */
@Injectable()
export class MailsSection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly mails: ListMails,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 90, async ({ actor, visitId, timeZone }) => {
      const { items, nextCursor } = await this.mails.execute(actor, { visit: visitId, limit: SHOWN });
      if (items.length === 0) return null;
      const allHref = can(actor, 'mails.oversee') ? `/surat?visit=${visitId}` : null;
      return Mails({ mails: items, hasMore: nextCursor !== null, zone: timeZone, allHref });
    });
  }
}

interface MailsProps {
  mails: readonly MailLine[];
  hasMore: boolean;
  zone: Zone;
  /** The page with all of them; null for those whom it is closed to. */
  allHref: string | null;
}

function Mails({ mails, hasMore, zone, allHref }: MailsProps): VNode {
  const older = mails.slice(OPEN);
  return (
    <Card title={`Surel kunjungan ini (${mails.length}${hasMore ? '+' : ''})`}>
      <MailLines mails={mails.slice(0, OPEN)} zone={zone} />
      {older.length > 0 && (
        <details>
          <summary class="card-footer">{older.length} surel sebelumnya</summary>
          <MailLines mails={older} zone={zone} />
        </details>
      )}
      {allHref && (
        <div class="card-footer">
          <a href={allHref}>Buka di daftar surat</a>
        </div>
      )}
    </Card>
  );
}

function MailLines({ mails, zone }: { mails: readonly MailLine[]; zone: Zone }): VNode {
  return (
    <ul class="list-group list-group-flush">
      {mails.map(({ id, subject, toName, state, sentAt, createdAt, ...lastTry }) => (
        <li class="list-group-item" key={id}>
          <a class="mail-row" href={`/surat/${id}`}>
            <span>
              <span class="d-block">{subject}</span>
              <span class="d-block text-secondary">
                Kepada {toName}, {formatDate(sentAt ?? createdAt, zone)}, pukul{' '}
                {formatTime(sentAt ?? createdAt, zone)}
              </span>
              {state === 'failed' && <span class="d-block">Gagal: {problemOf(lastTry)}</span>}
            </span>
            <span class="mail-row-aside">
              <StateBadge state={state} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
