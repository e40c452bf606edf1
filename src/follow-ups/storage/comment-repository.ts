import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface CommentRow {
  id: string;
  followUpId: string;
  authorId: string;
  authorName: string;
  at: Date;
  body: string;
}

@Injectable()
export class CommentRepository {
  constructor(private readonly database: Database) {}

  async add({ id, followUpId, authorId, authorName, at, body }: CommentRow): Promise<void> {
    await this.database.query(
      `INSERT INTO follow_up_comment (id, follow_up_id, author_id, author_name, at, body)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, followUpId, authorId, authorName, at, body],
    );
  }
}
