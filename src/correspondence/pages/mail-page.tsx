import { shownEmail } from '../../platform/text/shown-email.js';
import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { problemOf } from '../../platform/mail/delivery-words.js';
import type { MailBody, MailFacts } from '../queries/find-mail.js';
import { hostLinkMail } from '../../visits/index.js';
import { droppedWords } from './dropped-words.js';
import { StateBadge } from './state-badge.js';

/** One mail: what became of it, and what it says as its reader sees it. */
export function MailPage({ actor, mail }: { actor: Actor; mail: MailFacts }): VNode {
  const isAdministrator = can(actor, 'mails.oversee');
  return (
    <Layout title={mail.subject} actor={actor} path={isAdministrator ? '/surat' : '/kunjungan'}>
      <p class="mb-2">
        {isAdministrator ? (
          <a href="/surat">← Semua surat</a>
        ) : (
          <a href={`/kunjungan/${mail.visit}`}>← Kunjungan {mail.visitReference}</a>
        )}
      </p>
      <h1>{mail.subject}</h1>
      <div class="card mb-3">
        <div class="card-body">
          <Headers mail={mail} isAdministrator={isAdministrator} zone={actor.timeZone} />
        </div>
      </div>
      {isAdministrator &&
        mail.state === 'failed' &&
        mail.droppedAfter === null &&
        (mail.isRedacted && !isWrittenAnew(mail) ? <NewLink /> : <Resend id={mail.id} />)}
      {mail.state === 'overtaken' && <Overtaken />}
      {mail.droppedAfter !== null && <p class="text-secondary">{droppedWords(mail.droppedAfter)}</p>}
      {mail.droppedAfter === null && <BodyOrReason mail={mail} />}
    </Layout>
  );
}

const BodyOrReason = ({ mail }: { mail: MailFacts }): VNode =>
  mail.body ? <Body address={`/surat/${mail.id}`} body={mail.body} /> : <Withheld />;

/** Whether its feature writes it anew, where its links were taken out. */
const isWrittenAnew = ({ calendarMethod, topic }: MailFacts): boolean =>
  calendarMethod !== null || topic === hostLinkMail.topic;

interface HeadersProps {
  mail: MailFacts;
  isAdministrator: boolean;
  /** Of the reader. */
  zone: Zone;
}

function Headers({ mail, isAdministrator, zone }: HeadersProps): VNode {
  return (
    <dl class="facts">
      <dt>Keadaan</dt>
      <dd>
        <StateBadge state={mail.state} />
      </dd>
      {mail.state !== 'sent' && mail.lastError !== null && (
        <>
          <dt>Alasan</dt>
          <dd>
            {problemOf(mail)} <span class="text-secondary">({mail.lastError})</span>
          </dd>
        </>
      )}
      <dt>Kepada</dt>
      <dd>
        {mail.toName} {mail.toEmail !== null && `<${shownEmail(mail.toEmail)}>`}
      </dd>
      {mail.visitReference !== null && (
        <>
          <dt>Kunjungan</dt>
          <dd>
            <a href={isAdministrator ? `/surat?visit=${mail.visit}` : `/kunjungan/${mail.visit}`}>
              {mail.visitReference}
            </a>
          </dd>
        </>
      )}
      <dt>Dibuat</dt>
      <dd>{formatMoment(mail.createdAt, zone)}</dd>
      <Sending mail={mail} zone={zone} />
      {mail.messageId !== null && (
        <>
          <dt>Message-ID</dt>
          <dd>
            <code>{mail.messageId}</code>
          </dd>
        </>
      )}
      {mail.reference !== null && (
        <>
          <dt>Berasal dari</dt>
          <dd>
            <code>{mail.reference}</code> di log
          </dd>
        </>
      )}
    </dl>
  );
}

function Sending({ mail, zone }: { mail: MailFacts; zone: Zone }): VNode | null {
  if (mail.sentAt) {
    return (
      <>
        <dt>Terkirim</dt>
        <dd>{formatMoment(mail.sentAt, zone)}</dd>
      </>
    );
  }
  if (mail.state !== 'queued') return null;
  return (
    <>
      <dt>Dicoba lagi</dt>
      <dd>
        {formatMoment(mail.nextTryAt, zone)} (sudah {mail.tries} kali)
      </dd>
    </>
  );
}

function Resend({ id }: { id: string }): VNode {
  return (
    <PageForm action={`/surat/${id}/kirim-ulang`} class="mb-3">
      <p class="text-secondary prose mb-2">
        Surat ini tidak dicoba lagi dengan sendirinya. Perbaiki dahulu sebabnya, lalu kirim ulang; yang
        dikirim adalah keadaan sekarang.
      </p>
      <button class="btn btn-primary" type="submit">
        Kirim ulang
      </button>
    </PageForm>
  );
}

function Overtaken(): VNode {
  return (
    <p class="text-secondary prose">
      Surat ini belum sempat terkirim dan sudah tersusul: kunjungannya batal, penerimanya tidak lagi ikut,
      atau ada surat yang lebih baru. Surat ini tidak dikirim lagi.
    </p>
  );
}

function NewLink(): VNode {
  return (
    <p class="text-secondary prose">
      Tautan rahasia di surat ini sudah dihapus dari simpanan, jadi surat ini tidak dapat dikirim ulang. Untuk
      kata sandi, mintalah tautan baru di halaman <a href="/lupa-sandi">lupa kata sandi</a> atau buatkan di{' '}
      <a href="/pengelolaan/orang">daftar orang</a>; untuk kunjungan, kirim ulang undangannya.
    </p>
  );
}

/** What a mail says, as its reader sees it and as plain text. */
export function Body({ address, body }: { address: string; body: MailBody }): VNode {
  return (
    <>
      {body.calendar !== null && (
        <p>
          <a class="btn" href={`${address}/undangan.ics`} download>
            Unduh undangan kalender (.ics)
          </a>
        </p>
      )}
      <div class="row row-cards">
        <section class="col-lg-6" aria-labelledby="tampilan">
          <div class="card">
            <div class="card-header">
              <h2 class="card-title" id="tampilan">
                Seperti yang dilihat penerima
              </h2>
            </div>
            <iframe class="mail-frame" src={`${address}/html`} title="Isi surat" sandbox="" />
          </div>
        </section>
        <section class="col-lg-6" aria-labelledby="teks">
          <div class="card">
            <div class="card-header">
              <h2 class="card-title" id="teks">
                Teks biasa
              </h2>
            </div>
            <div class="card-body">
              <pre class="mail-plain">{body.text}</pre>
            </div>
          </div>
        </section>
      </div>
    </>
  );
}

function Withheld(): VNode {
  return (
    <div class="alert alert-info d-block">
      <h2 class="alert-title">Isi surat ini hanya untuk penerimanya</h2>
      <div class="text-secondary">
        Surat ini memuat tautan rahasia untuk membuat kata sandi. Bila penerima kehilangan suratnya, ia dapat
        meminta tautan baru di halaman <a href="/lupa-sandi">lupa kata sandi</a>.
      </div>
    </div>
  );
}
