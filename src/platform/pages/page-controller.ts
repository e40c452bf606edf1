import { applyDecorators, Controller, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Marks controllers that answer with pages. */
export const PAGE = 'sambang:page';

/** A controller that answers with pages: it is no part of the API and its description. */
export const PageController = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), ApiExcludeController(), SetMetadata(PAGE, true));
