import { Module } from '@nestjs/common';
import { HelpPages } from './pages/help.controller.js';

/** The guide: for officers, for those who are invited, for regional offices. */
@Module({ controllers: [HelpPages] })
export class HelpModule {}
