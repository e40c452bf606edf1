import type { VNode } from 'preact';
import type { Actor } from '../../security/actor.js';
import { Icon } from '../icon.js';
import { Layout } from '../layout.js';
import { Marked } from '../marked.js';
import { Empty, PageHeading } from '../page-heading.js';
import { Section, SectionFault } from '../section.js';
import type { SearchResult } from './search-sources.js';

interface SearchPageProps {
  actor: Actor;
  words: string;
  /** Null when too little was typed to search for. */
  results: SearchResult[] | null;
}

export function SearchPage({ actor, words, results }: SearchPageProps): VNode {
  return (
    <Layout title={words ? `Cari: ${words}` : 'Cari'} actor={actor} path="/cari">
      <PageHeading title={words ? `Hasil untuk “${words}”` : 'Cari'} />
      {results === null && (
        <Empty icon="search" title="Tuliskan paling sedikit dua huruf">
          Cari UPT, kunjungan, praktik baik, atau orang lewat kotak di atas. Tombol <kbd>/</kbd> membawa Anda
          ke sana dari halaman mana pun.
        </Empty>
      )}
      {results?.length === 0 && (
        <Empty icon="search" title="Tidak ada yang cocok">
          Periksa ejaannya, atau coba kata yang lebih pendek atau lebih umum.
        </Empty>
      )}
      {results?.map((result) => (
        <Section key={result.name}>
          <Found result={result} />
        </Section>
      ))}
    </Layout>
  );
}

function Found({ result: { name, icon, hits, allHref, faultReference } }: { result: SearchResult }): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title d-flex gap-2 align-items-center">
          <Icon name={icon} />
          {name}
        </h2>
        {allHref !== null && (
          <a class="ms-auto" href={allHref}>
            Semua
            <span class="visually-hidden"> hasil di {name}</span>
          </a>
        )}
      </div>
      {faultReference !== null && <SectionFault reference={faultReference} />}
      <ul class="list-group list-group-flush">
        {hits.map(({ href, title, detail, excerpt }) => (
          <li class="list-group-item" key={href}>
            <a class="row-link" href={href}>
              <span class="fw-medium">{title}</span>
              <span class="text-secondary">{detail}</span>
              {excerpt && (
                <span>
                  <Marked parts={excerpt} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
