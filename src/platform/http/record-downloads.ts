import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedRequest } from '../security/access.js';
import type { Actor } from '../security/actor.js';
import { rowsSent } from './download.js';
import { isWithoutPeople } from './files-without-people.js';

/** A file that is about to be taken away. */
export interface TakenFile {
  /** Null for who has no account. */
  actor: Actor | null;
  /** The route by which: `GET /kunjungan/unduh`. */
  route: string;
  /** Of what: the id in the address; null where it names none. */
  about: string | null;
  name: string;
  rows: number | null;
}

type Record = (file: TakenFile) => Promise<void>;

/** Who writes down each file that is taken away; set by the feature that keeps the record. */
@Injectable()
export class DownloadRecord {
  private write: Record | null = null;

  keepBy(write: Record): void {
    this.write = write;
  }

  async execute(file: TakenFile): Promise<void> {
    await this.write?.(file);
  }
}

const OK = 200;

/** Has each file written down before it is sent, whatever route sends it: what cannot be written down is not sent. */
export function recordDownloads(app: NestFastifyApplication): void {
  const record = app.get(DownloadRecord);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      const route = `${request.method} ${request.routeOptions.url ?? ''}`;
      const name = fileName(reply);
      if (reply.statusCode !== OK || name === null || isWithoutPeople(route)) return;
      const { actor = null } = request as SignedRequest;
      await record.execute({ actor, route, about: idIn(request), name, rows: rowsSent.get(reply) ?? null });
    });
}

/** Null for what is shown, and not taken away. */
function fileName(reply: FastifyReply): string | null {
  const disposition = reply.getHeader('content-disposition');
  if (typeof disposition !== 'string' || !disposition.startsWith('attachment')) return null;
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? '';
}

const idIn = (request: FastifyRequest): string | null => {
  const { id, code } = (request.params ?? {}) as { id?: string; code?: string };
  return id ?? code ?? null;
};
