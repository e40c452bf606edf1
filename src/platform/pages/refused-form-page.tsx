import type { VNode } from 'preact';
import type { Actor } from '../security/actor.js';
import { Layout } from './layout.js';
import { PageForm } from './page-form.js';
import type { SentField } from './sent-fields.js';

interface RefusedFormPageProps {
  title: string;
  detail: string;
  actor: Actor;
  /** Name of whoever the form was rendered for; null when it names nobody known. */
  author: string | null;
  fields: readonly SentField[];
  /** The page the form stood on; null when the browser did not say. */
  stoodOn: string | null;
}

/** A form that was rendered for somebody else: nothing of it is stored, and all that was typed is still there. */
export function RefusedFormPage({
  title,
  detail,
  actor,
  author,
  fields,
  stoodOn,
}: RefusedFormPageProps): VNode {
  const texts = fields.filter(({ value }) => isWriting(value));
  const others = fields.filter(({ value }) => !isWriting(value));
  return (
    <Layout title={title} actor={actor} narrow>
      <div class="card card-md" data-form-refused>
        <div class="card-body">
          <h1>{title}</h1>
          <p role="alert">{detail}</p>
          {fields.length > 0 && (
            <p>Yang tadi diisi masih ada di bawah ini. Salin dahulu bila masih diperlukan.</p>
          )}
          {texts.map(({ name, value }, index) => (
            <div class="mb-3" key={`${name}-${index}`}>
              <label class="form-label" for={`isi-${index}`}>
                Tulisan {index + 1}
              </label>
              <textarea class="form-control" id={`isi-${index}`} rows={rowsOf(value)} readOnly>
                {value}
              </textarea>
            </div>
          ))}
          {others.length > 0 && <Others fields={others} />}
          <WaysOn author={author} stoodOn={stoodOn} actor={actor} />
        </div>
      </div>
    </Layout>
  );
}

/** Short answers and choices, by the names that the form gives them. */
function Others({ fields }: { fields: readonly SentField[] }): VNode {
  return (
    <details class="mb-3">
      <summary class="fold">Isian pendek dan pilihan</summary>
      <dl class="mt-2">
        {fields.map(({ name, value }, index) => (
          <div key={`${name}-${index}`}>
            <dt>{name}</dt>
            <dd class="text-break">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function WaysOn({
  author,
  stoodOn,
  actor,
}: Pick<RefusedFormPageProps, 'author' | 'stoodOn' | 'actor'>): VNode {
  return (
    <div class="btn-list mt-4">
      {author !== null && (
        <PageForm action="/keluar">
          {stoodOn !== null && <input type="hidden" name="lanjut" value={stoodOn} />}
          <button class="btn btn-primary text-wrap" type="submit">
            Keluar, lalu masuk sebagai {author}
          </button>
        </PageForm>
      )}
      {stoodOn !== null && (
        <a class="btn text-wrap" href={stoodOn}>
          Buka halamannya sebagai {actor.name}
        </a>
      )}
      <a class="btn" href="/">
        Ke beranda
      </a>
    </div>
  );
}

/** Words of somebody rather than a choice, a number or a date. */
const isWriting = (value: string): boolean => /\s/.test(value.trim()) || value.length > 30;

const rowsOf = (value: string): number => Math.min(12, Math.max(2, value.split('\n').length + 1));
