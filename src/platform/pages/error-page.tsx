import type { VNode } from 'preact';
import type { FieldFault } from '../errors/app-error.js';
import type { Actor } from '../security/actor.js';
import { Layout } from './layout.js';

interface ErrorPageProps {
  status: number;
  title: string;
  detail: string;
  faults: readonly FieldFault[];
  actor: Actor | null | undefined;
  /** Where to go on after signing in: only of a page that was asked for, not of a form that was sent. */
  returnTo: string | null;
}

/** An error as somebody in a browser sees it: what is wrong, and where to go from here. */
export function ErrorPage({ status, title, detail, faults, actor, returnTo }: ErrorPageProps): VNode {
  return (
    <Layout title={title} actor={actor} narrow>
      <div class="card card-md">
        <div class="card-body">
          <p class="text-secondary mb-1">Galat {status}</p>
          <h1>{title}</h1>
          <p class="text-secondary">{detail}</p>
          {faults.length > 0 && (
            <ul>
              {faults.map(({ field, message }) => (
                <li key={field}>
                  {field}: {message}
                </li>
              ))}
            </ul>
          )}
          <div class="btn-list mt-4">
            {status === 401 ? (
              <a class="btn btn-primary" href={signInPath(returnTo)}>
                Masuk
              </a>
            ) : (
              <a class="btn btn-primary" href="/">
                Ke beranda
              </a>
            )}
          </div>
        </div>
      </div>
    </Layout>
  );
}

const signInPath = (returnTo: string | null): string =>
  returnTo === null ? '/masuk' : `/masuk?${new URLSearchParams({ lanjut: returnTo }).toString()}`;
