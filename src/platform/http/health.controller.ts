import { Controller, Get, Header } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Public } from '../security/access.js';

/** Whether the process lives, and whether it can do its work. */
@Controller('health')
@Public('watched by whatever keeps the process running')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
