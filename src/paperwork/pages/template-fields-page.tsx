import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { letterKindWords, type LetterKind } from '../domain/letter-kinds.js';
import type { ShownField } from '../use-cases/read-starter.js';

interface TemplateFieldsPageProps {
  actor: Actor;
  office: { code: string; name: string };
  kind: LetterKind;
  kinds: readonly LetterKind[];
  fields: readonly ShownField[];
}

/** Every placeholder and list that a template of a kind may name, with examples. */
export function TemplateFieldsPage({ actor, office, kind, kinds, fields }: TemplateFieldsPageProps): VNode {
  const path = `/upt/${office.code}/kop/templat`;
  const values = fields.filter(({ inside }) => inside === null);
  const lists = fields.filter(({ inside }) => inside !== null);
  return (
    <Layout title="Isian templat" actor={actor} path="/upt">
      <PageHeading title="Isian templat" lead={letterKindWords[kind]} back={[path, 'Templat surat']} />
      <nav class="btn-list mb-3" aria-label="Naskah">
        {kinds.map((each) => (
          <a
            key={each}
            class={each === kind ? 'btn btn-primary' : 'btn'}
            href={`${path}/isian?naskah=${each}`}
            aria-current={each === kind ? 'page' : undefined}
          >
            {letterKindWords[each]}
          </a>
        ))}
      </nav>
      <HowCard path={path} kind={kind} />
      <Card title="Isian">
        <FieldTable rows={values.map(({ name, says, example }) => [`{${name}}`, says, textOf(example)])} />
      </Card>
      {lists.map((list) => (
        <ListCard key={list.name} list={list} />
      ))}
    </Layout>
  );
}

const textOf = (example: ShownField['example']): string => (typeof example === 'string' ? example : '');

const HowCard = ({ path, kind }: { path: string; kind: LetterKind }): VNode => (
  <Card title="Cara menulis templat">
    <div class="card-body prose">
      <ul>
        <li>
          Tulis isian di mana saja: isi surat, tabel, kepala atau kaki halaman. Hurufnya mengikuti dokumen.
        </li>
        <li>
          Daftar ditulis {'{#peserta}'} … {'{/peserta}'}: yang di antaranya diulang untuk setiap orang. Bila
          pembuka dan penutupnya dalam satu baris tabel, baris itu yang diulang; bila masing-masing sendirian
          dalam satu paragraf, paragraf di antaranya yang diulang.
        </li>
        <li>
          {'{^peserta}'} … {'{/peserta}'} tampil hanya bila daftarnya kosong.
        </li>
        <li>Yang belum diketahui diisi titik-titik, untuk diisi dengan tangan.</li>
        <li>NIP tertulis utuh; siapa yang mengunduhnya dicatat.</li>
      </ul>
      <a class="btn btn-primary" href={`${path}/awal?naskah=${kind}`} download rel="nofollow">
        Unduh templat awal
        <span class="visually-hidden"> {letterKindWords[kind]}</span>
      </a>
    </div>
  </Card>
);

function ListCard({ list: { name, says, inside, example } }: { list: ShownField }): VNode {
  const [first] = typeof example === 'string' ? [] : example;
  const names = (inside ?? []).map((field) => `{${field.name}}`).join(' ');
  return (
    <Card title={`Daftar ${name}`}>
      <div class="card-body pb-2">
        <p class="mb-1">Daftar {says}.</p>
        <code>{`{#${name}} ${names} {/${name}}`}</code>
      </div>
      <FieldTable
        rows={(inside ?? []).map((field) => [`{${field.name}}`, field.says, first?.[field.name] ?? ''])}
      />
    </Card>
  );
}

const FieldTable = ({ rows }: { rows: readonly (readonly [string, string, string])[] }): VNode => (
  <div class="table-responsive" role="region" aria-label="Isian templat" tabIndex={0}>
    <table class="table card-table">
      <thead>
        <tr>
          <th scope="col">Isian</th>
          <th scope="col">Artinya</th>
          <th scope="col">Contoh</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, says, example]) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>{says}</td>
            <td class="text-break">{example}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
