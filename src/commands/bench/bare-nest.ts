import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Module({})
class Nothing {}

/** What a process costs that is NestJS on Fastify and nothing else; for `bench-start`. */
const app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter(), {
  logger: false,
});
await app.listen(Number(process.argv[2]), '127.0.0.1');
