import { AppError } from '../errors/app-error.js';
import type { Problems } from '../errors/problem-catalog.js';

/** Why a file cannot be kept or read. */
export type FileErrorCode = 'files-away' | 'file-damaged';

/** @param cause what the disk or the S3 server said, for the log */
export class FileError extends AppError<FileErrorCode> {
  constructor(code: FileErrorCode, cause: string) {
    super(code);
    this.message = `${code}: ${cause}`;
  }
}

/** What somebody is told whose file could not be kept or read. */
export const fileProblems: Problems<FileErrorCode> = {
  'files-away': {
    status: 503,
    title: 'Penyimpanan berkas sedang tidak terjangkau',
    detail:
      'Sambang sedang tidak dapat menyimpan atau membaca berkas; tidak ada yang tersimpan sebagian. Mohon tunggu sebentar, lalu coba lagi.',
    retryAfter: 30,
  },
  'file-damaged': {
    status: 500,
    title: 'Berkas rusak',
    detail:
      'Berkas ini hilang atau tidak lagi utuh di penyimpanan, dan administrator sudah diberi tahu. Bila Anda masih memilikinya, mohon unggah kembali.',
  },
};

/** Of a fault that the store met: as it is when it is ours already. */
export function asFilesAway(thrown: unknown): FileError {
  if (thrown instanceof FileError) return thrown;
  const { code, name, message } = thrown as { code?: string; name?: string; message?: string };
  return new FileError('files-away', [code ?? name, message].filter(Boolean).join(' '));
}
