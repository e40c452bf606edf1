import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Icon } from '../../platform/pages/icon.js';
import { wholeText } from '../domain/press-kinds.js';
import { shareLink } from '../domain/share.js';
import type { ReadableText } from '../use-cases/read-press.js';

/** To copy, to send, and to take away. */
export function ShareCard({ path, text }: { path: string; text: ReadableText }): VNode {
  const whole = wholeText(text.kind, text.content);
  const link = shareLink(whole);
  return (
    <Card title="Salin dan bagikan">
      <div class="card-body">
        {!text.isReady && (
          <p class="text-secondary">
            Teks ini belum siap; bagikan keluar setelah disetujui dan ditandai siap.
          </p>
        )}
        <label class="form-label" for="teks-utuh">
          Teks utuh{text.saved ? ' yang tersimpan' : ''}
        </label>
        <textarea class="form-control" id="teks-utuh" rows={6} readOnly data-copy>
          {whole}
        </textarea>
        <div class="btn-list mt-3">
          {link && (
            <a class="btn btn-primary" href={link} target="_blank" rel="noreferrer">
              <Icon name="share" />
              Buka di WhatsApp
            </a>
          )}
          <a class="btn" href={`${path}/unduh?format=docx`} download rel="nofollow">
            Unduh DOCX
          </a>
          <a class="btn" href={`${path}/unduh?format=txt`} download rel="nofollow">
            Unduh teks
          </a>
        </div>
        {!link && (
          <p class="text-secondary mt-2 mb-0">
            Teks ini terlalu panjang untuk dibuka langsung di WhatsApp; salin lalu tempelkan.
          </p>
        )}
      </div>
    </Card>
  );
}
