import { shownEmail } from '../../platform/text/shown-email.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { ExportLinks } from '../../platform/pages/export-links.js';
import { Paging, pathWith } from '../../platform/pages/paging.js';
import { Layout } from '../../platform/pages/layout.js';
import type { Actor } from '../../platform/security/actor.js';
import { mailStates, type MailState } from '../../platform/mail/mail-states.js';
import { problemOf } from '../../platform/mail/delivery-words.js';
import type { MailLine } from '../queries/mail-selection.js';
import type { MailTrouble } from '../queries/mails-that-wait.js';
import { mailStateWords } from './mail-words.js';
import { Trouble } from './mail-trouble.js';
import { MailTabs } from './mail-tabs.js';
import { StateBadge } from './state-badge.js';

interface Choice {
  state?: MailState | undefined;
  visit?: string | undefined;
  cursor?: string | undefined;
}

interface MailListPageProps {
  actor: Actor;
  page: Page<MailLine>;
  trouble: MailTrouble;
  chosen: Choice;
}

export function MailListPage({ actor, page, trouble, chosen }: MailListPageProps): VNode {
  const { state, visit } = chosen;
  return (
    <Layout title="Surat" actor={actor} path="/surat">
      <h1 class="mb-1">Surat</h1>
      <p class="text-secondary prose">
        Semua surel dari Sambang, yang terbaru di atas. Yang gagal tetap tercatat beserta alasannya.
      </p>
      <MailTabs current="/surat" />
      <Trouble trouble={trouble} zone={actor.timeZone} />
      <div class="card">
        <div class="card-header">
          <nav aria-label="Keadaan surat">
            <ul class="nav nav-pills gap-1">
              <Filter name="Semua" href={pathWith('/surat', { visit })} isChosen={state === undefined} />
              {mailStates.map((each) => (
                <Filter
                  key={each}
                  name={mailStateWords[each].name}
                  href={pathWith('/surat', { state: each, visit })}
                  isChosen={state === each}
                />
              ))}
            </ul>
          </nav>
        </div>
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((mail) => (
              <MailRow key={mail.id} mail={mail} zone={actor.timeZone} />
            ))}
          </ul>
        ) : (
          <Nothing chosen={chosen} />
        )}
        <Paging
          label="Halaman surat"
          path="/surat"
          chosen={{ ...chosen }}
          nextCursor={page.nextCursor}
          first="Kembali ke yang terbaru"
          next="Lebih lama"
        />
      </div>
      {page.items.length > 0 && <ExportLinks path="/surat" chosen={{ ...chosen }} />}
    </Layout>
  );
}

function Filter({ name, href, isChosen }: { name: string; href: string; isChosen: boolean }): VNode {
  return (
    <li class="nav-item">
      <a
        class={isChosen ? 'nav-link active' : 'nav-link'}
        href={href}
        aria-current={isChosen ? 'true' : undefined}
      >
        {name}
      </a>
    </li>
  );
}

function MailRow({ mail, zone }: { mail: MailLine; zone: Zone }): VNode {
  return (
    <li class="list-group-item">
      <a class="mail-row" href={`/surat/${mail.id}`}>
        <span class="mail-row-subject">{mail.subject}</span>
        <span class="mail-row-aside">
          <StateBadge state={mail.state} />
        </span>
        <span class="text-secondary">
          Kepada {mail.toName} {mail.toEmail !== null && `<${shownEmail(mail.toEmail)}>`}
          {mail.visitReference !== null && <> · {mail.visitReference}</>}
          {mail.calendarMethod !== null && <> · dengan undangan kalender</>}
        </span>
        <span class="text-secondary mail-row-aside">{formatMoment(mail.createdAt, zone)}</span>
      </a>
      {mail.state !== 'sent' && mail.lastError !== null && (
        <p class="mb-0 mt-1">
          {mail.state === 'failed' ? 'Gagal' : 'Percobaan terakhir gagal'} setelah {mail.tries} kali dicoba:{' '}
          {problemOf(mail)} ({mail.lastError})
        </p>
      )}
    </li>
  );
}

function Nothing({ chosen: { state, cursor } }: { chosen: Choice }): VNode {
  if (cursor !== undefined) return <p class="card-body mb-0">Tidak ada surat yang lebih lama.</p>;
  if (state !== undefined) {
    return <p class="card-body mb-0">Tidak ada surat yang {mailStateWords[state].name.toLowerCase()}.</p>;
  }
  return (
    <p class="card-body mb-0">
      Belum ada surat. Surat pertama muncul di sini ketika seseorang diundang atau sebuah kunjungan diajukan.
    </p>
  );
}
