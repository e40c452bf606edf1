import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/security/access.js';
import { signedIn } from '../../platform/security/actor.js';
import { presentTemplates } from './agenda.presenter.js';

@ApiTags('agendas')
@Controller('api/agenda-templates')
@Allow(signedIn)
export class AgendaTemplatesController {
  @Get()
  index() {
    return presentTemplates();
  }
}
