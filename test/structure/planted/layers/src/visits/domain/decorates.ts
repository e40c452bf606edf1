// breaks: domain-is-plain-typescript
import { Injectable } from '@nestjs/common';

export const decorate = Injectable;
