import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/security/access.js';
import { signedIn } from '../../platform/security/actor.js';
import { presentTemplates } from './agenda.presenter.js';
import type { AgendaTemplateList } from './agenda.view.js';

@ApiTags('agendas')
@Controller('api/agenda-templates')
@Allow(signedIn)
export class AgendaTemplatesController {
  @Get()
  index(): AgendaTemplateList {
    return presentTemplates();
  }
}
