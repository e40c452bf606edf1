import type { VNode } from 'preact';
import type { Actor } from '../security/actor.js';
import { Layout } from './layout.js';
import { PageForm } from './page-form.js';
import type { SentField } from './sent-fields.js';
import { TypedFields } from './typed-fields.js';

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
  return (
    <Layout title={title} actor={actor} narrow>
      <div class="card card-md" data-form-refused>
        <div class="card-body">
          <h1>{title}</h1>
          <p role="alert">{detail}</p>
          {fields.length > 0 && (
            <p>Yang tadi diisi masih ada di bawah ini. Salin dahulu bila masih diperlukan.</p>
          )}
          <TypedFields fields={fields} />
          <WaysOn author={author} stoodOn={stoodOn} actor={actor} />
        </div>
      </div>
    </Layout>
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
