import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import type { Actor } from '../../platform/security/actor.js';
import type { MailSample } from '../../platform/text/mail-sample.js';
import { Body } from './mail-page.js';
import { MailTabs } from './mail-tabs.js';

/** Every kind of mail that is sent, by when. */
export function MailSamplesPage({ actor, samples }: { actor: Actor; samples: readonly MailSample[] }): VNode {
  return (
    <Layout title="Contoh surat" actor={actor} path="/surat">
      <h1 class="mb-1">Contoh surat</h1>
      <p class="text-secondary prose">
        Setiap jenis surat yang dikirim Sambang, dengan isi rekaan. Tidak ada yang terkirim dari halaman ini.
      </p>
      <MailTabs current="/surat/contoh" />
      <div class="card">
        <ul class="list-group list-group-flush">
          {samples.map(({ name, occasion, subject }) => (
            <li class="list-group-item" key={name}>
              <a class="mail-row" href={`/surat/contoh/${name}`}>
                <span class="mail-row-subject">{subject}</span>
                <span class="text-secondary">{occasion}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}

/** One of them, as its reader would see it. */
export function MailSamplePage({ actor, sample }: { actor: Actor; sample: MailSample }): VNode {
  const { name, occasion, subject, text, html } = sample;
  return (
    <Layout title={subject} actor={actor} path="/surat">
      <p class="mb-2">
        <a href="/surat/contoh">← Semua contoh</a>
      </p>
      <h1 class="mb-1">{subject}</h1>
      <p class="text-secondary prose">{occasion}</p>
      <Body address={`/surat/contoh/${name}`} body={{ text, html, calendar: null }} />
    </Layout>
  );
}
