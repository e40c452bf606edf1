import { createHash, randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

/** A document as earlier versions kept it: in its row. @returns its id */
export async function unmovedFile(app: TestApp, visitId: string, content: Buffer): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO visit_file (id, visit_id, name, media_type, size, sha256, content, added_by, added_at)
     SELECT $1, $2, 'surat.pdf', 'application/pdf', $3, $4, $5, p.id, '2025-10-01' FROM person p ORDER BY p.id LIMIT 1`,
    [id, visitId, content.length, createHash('sha256').update(content).digest('hex'), content],
  );
  return id;
}
