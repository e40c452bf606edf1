import { Controller, Get } from '@nestjs/common';
import { Allow } from '../../platform/security/access.js';
import { allows } from '../../platform/security/capabilities.js';
import { FindFileStanding } from '../queries/file-standing.js';
import type { FileStandingView } from './stored-files.view.js';

@Controller('api/stored-files')
@Allow(allows('system.watch'))
export class StoredFilesController {
  constructor(private readonly standing: FindFileStanding) {}

  /** Where documents lie, how many are still to be moved there, and how many are lost. */
  @Get()
  show(): Promise<FileStandingView> {
    return this.standing.execute();
  }
}
