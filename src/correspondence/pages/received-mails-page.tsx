import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Paging } from '../../platform/pages/paging.js';
import { Layout } from '../../platform/pages/layout.js';
import type { Actor } from '../../platform/security/actor.js';
import { outcomeWords, type ReceivedLine } from '../../replies/index.js';
import { droppedWords } from './dropped-words.js';
import { MailTabs } from './mail-tabs.js';

interface ReceivedMailsPageProps {
  actor: Actor;
  page: Page<ReceivedLine>;
  cursor: string | undefined;
  /** After how many a mail loses its source; 0 for never. */
  months: number;
}

/** Mails that came in and what was made of each; of old ones only that. */
export function ReceivedMailsPage({ actor, page, cursor, months }: ReceivedMailsPageProps): VNode {
  return (
    <Layout title="Surat masuk" actor={actor} path="/surat">
      <h1 class="mb-1">Surat masuk</h1>
      <p class="text-secondary prose">
        Jawaban atas undangan, usulan peserta, dan surat yang kembali. Yang tidak dimengerti pun disimpan di
        sini.
      </p>
      <MailTabs current="/surat/masuk" />
      <div class="card">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((mail) => (
              <ReceivedRow key={mail.id} mail={mail} zone={actor.timeZone} months={months} />
            ))}
          </ul>
        ) : (
          <p class="card-body mb-0">
            {cursor !== undefined ? 'Tidak ada surat yang lebih lama.' : 'Belum ada surat masuk.'}
          </p>
        )}
        <Paging
          label="Halaman surat masuk"
          path="/surat/masuk"
          chosen={{ cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke yang terbaru"
          next="Lebih lama"
        />
      </div>
    </Layout>
  );
}

function ReceivedRow({ mail, zone, months }: { mail: ReceivedLine; zone: Zone; months: number }): VNode {
  const { id, sender, subject, outcome, visit, receivedAt, isKept } = mail;
  return (
    <li class="list-group-item">
      <div class="mail-row">
        <span class="mail-row-subject">{subject || '(tanpa perihal)'}</span>
        <span class="mail-row-aside">
          <span class="badge badge-outline state-badge">{outcomeWords[outcome]}</span>
        </span>
        <span class="text-secondary">Dari {sender || 'pengirim tak dikenal'}</span>
        <span class="text-secondary mail-row-aside">{formatMoment(receivedAt, zone)}</span>
      </div>
      <p class="mb-0 mt-1 btn-list">
        {visit !== null && <a href={`/kunjungan/${visit}`}>Buka kunjungan</a>}
        {isKept ? (
          <a href={`/api/received-mails/${id}`} download>
            Unduh surat asli (.eml)
          </a>
        ) : (
          <span class="text-secondary">{droppedWords(months)}</span>
        )}
      </p>
    </li>
  );
}
