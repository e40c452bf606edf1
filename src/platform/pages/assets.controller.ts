import { Get, Header, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../http/request-error.js';
import { Public } from '../security/access.js';
import { compressedAsset, findAsset, isCurrent, type Encoding } from './assets.js';
import { PageController } from './page-controller.js';

/** What only documents and frames heed; left out of scripts, style sheets and pictures, of which a page loads many. */
const OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
/** An SVG opened by itself is a document. */
const isDocument = (type: string): boolean => type.startsWith('image/svg');

/** Style sheets, modules and pictures of the pages, from this server and under an address that changes with the content. */
@PageController('aset')
@Public('pages for visitors load them too')
export class AssetsController {
  @Get(':version/*')
  @Header('vary', 'accept-encoding')
  async show(
    @Param('version') version: string,
    @Param('*') name: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = found(findAsset(name));
    // A page from before an update asks for the older version: it gets the one there is, but may not keep it.
    const keep = isCurrent(name, version) ? 'public, max-age=31536000, immutable' : 'no-cache';
    void reply.type(asset.type).header('cache-control', keep);
    if (!isDocument(asset.type)) for (const name of OF_DOCUMENTS) void reply.removeHeader(name);
    const encoding = encodingFor(accepted ?? '');
    if (encoding) void reply.header('content-encoding', encoding);
    await reply.send(encoding ? await compressedAsset(name, asset, encoding) : asset.content);
  }
}

function encodingFor(accepted: string): Encoding | null {
  const offers = accepted
    .split(',')
    .map((offer) => offer.trim().toLowerCase())
    .filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
    .map((offer) => offer.replace(/;.*$/, ''));
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding)) ?? null;
}
