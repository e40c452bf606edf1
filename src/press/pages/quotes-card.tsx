import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { headOf } from '../domain/press-parts.js';
import { quoteStateWords } from '../domain/quote-states.js';
import type { PressOffice } from '../domain/press-facts.js';
import type { PressQuote } from '../use-cases/gather-press-facts.js';
import type { PressRoom } from '../use-cases/read-press.js';
import { quotePath } from './press-words.js';

/** What each head says, and how to ask for it. */
export function QuotesCard({ room, path }: { room: PressRoom; path: string }): VNode | null {
  const { known, writes, heads } = room;
  if (room.texts.length === 0 && writes.length === 0 && heads.length === 0) return null;
  return (
    <Card title="Kutipan kepala kantor">
      <ul class="list-group list-group-flush">
        {[...known.offices.values()].map((office) => (
          <li class="list-group-item" key={office.code}>
            <div class="fw-medium">{headOf(office)}</div>
            <Said
              quote={known.quotes.find(({ organisation }) => organisation === office.code)}
              isOwn={writes.includes(office.code) || heads.includes(office.code)}
            />
            <Ways room={room} office={office} path={path} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is not approved is for the own office alone. */
function Said({ quote, isOwn }: { quote: PressQuote | undefined; isOwn: boolean }): VNode {
  if (!quote) return <p class="text-secondary mb-2">Belum diminta.</p>;
  const { state, words, speaker, position } = quote;
  const isShown = state === 'approved' || (isOwn && state === 'answered');
  return (
    <>
      <p class="text-secondary mb-1">{quoteStateWords[state]}</p>
      {isShown && (
        <blockquote class="mb-2">
          “<PlainText text={words} />” – {[position, speaker].filter(Boolean).join(', ')}
        </blockquote>
      )}
    </>
  );
}

function Ways({ room, office, path }: { room: PressRoom; office: PressOffice; path: string }): VNode | null {
  const { writes, heads, visit } = room;
  const isOwn = writes.includes(office.code);
  if (writes.length === 0 && !heads.includes(office.code)) return null;
  return (
    <div class="btn-list">
      {heads.includes(office.code) && (
        <a class="btn btn-primary" href={quotePath(visit.id, office.code)}>
          Tulis kutipan saya<span class="visually-hidden"> untuk {office.name}</span>
        </a>
      )}
      {writes.length > 0 && (
        <PageForm action={`${path}/kutipan/${office.code}/surel`} asks>
          <button class="btn" type="submit">
            Minta lewat surel<span class="visually-hidden"> kepada {headOf(office)}</span>
          </button>
        </PageForm>
      )}
      {isOwn && (
        <PageForm action={`${path}/kutipan/${office.code}/pesan`} asks>
          <button class="btn" type="submit">
            Buat pesan WhatsApp<span class="visually-hidden"> untuk {headOf(office)}</span>
          </button>
        </PageForm>
      )}
    </div>
  );
}
