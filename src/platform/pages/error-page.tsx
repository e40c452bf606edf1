import type { VNode } from 'preact';
import type { FieldFault } from '../errors/app-error.js';
import type { Actor } from '../security/actor.js';
import { Layout } from './layout.js';
import type { SentField } from './sent-fields.js';
import { TypedFields } from './typed-fields.js';

/** What an incident's id stands behind (RFC 9457 section 3.1.5). */
export const INCIDENT = 'urn:sambang:incident:';

interface ErrorPageProps {
  status: number;
  title: string;
  detail: string;
  faults: readonly FieldFault[];
  actor: Actor | null | undefined;
  /** The page that somebody without an account came from; null where that is the start page. */
  home: string | null;
  /** The page that was asked for, to ask for it again; null for a form that was sent. */
  returnTo: string | null;
  /** `urn:sambang:incident:…` of what stands in the log, to quote. */
  instance?: string | undefined;
  /** What was typed in the form that this answers; nothing of it is stored. */
  typed?: readonly SentField[];
}

/** An error as somebody in a browser sees it: what is wrong, and where to go from here. */
export function ErrorPage(props: ErrorPageProps): VNode {
  const { status, title, detail, faults, actor, home, returnTo, instance, typed = [] } = props;
  return (
    <Layout title={title} actor={actor} narrow>
      <div class="card card-md">
        <div class="card-body">
          <p class="text-secondary mb-1">Galat {status}</p>
          <h1>{title}</h1>
          <p class="text-secondary" role={returnTo === null ? 'alert' : undefined}>
            {detail}
          </p>
          {faults.length > 0 && (
            <ul>
              {faults.map(({ field, message }) => (
                <li key={field}>
                  {field}: {message}
                </li>
              ))}
            </ul>
          )}
          {instance && (
            <p class="text-secondary">
              Bila perlu bantuan, mohon sebutkan kode ini: <code>{instance.replace(INCIDENT, '')}</code>
            </p>
          )}
          {typed.length > 0 && (
            <>
              <p>
                Yang tadi diisi belum tersimpan, dan masih ada di bawah ini. Salin dahulu bila diperlukan.
              </p>
              <TypedFields fields={typed} />
            </>
          )}
          <WaysOut status={status} home={home} returnTo={returnTo} />
        </div>
      </div>
    </Layout>
  );
}

/** Where to go from here: what is likeliest to help first. */
function WaysOut({ status, home, returnTo }: Pick<ErrorPageProps, 'status' | 'home' | 'returnTo'>): VNode {
  const ways: (readonly [href: string, name: string])[] = [
    ...(status >= 500 && returnTo !== null ? [[returnTo, 'Muat ulang'] as const] : []),
    home === null ? ['/', 'Ke beranda'] : [home, 'Ke halaman Anda'],
    ...(status === 404 && home === null ? [['/cari', 'Cari'] as const] : []),
  ];
  return (
    <div class="btn-list mt-4">
      {[...ways, ['/bantuan', 'Bantuan'] as const].map(([href, name], index) => (
        <a class={index === 0 ? 'btn btn-primary' : 'btn'} href={href} key={href}>
          {name}
        </a>
      ))}
    </div>
  );
}
