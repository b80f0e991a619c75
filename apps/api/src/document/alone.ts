import { LACKING } from '#kernel';
import { Module, type InjectionToken, type Type } from '@nestjs/common';
import { SELF_DECLARED_DEPS_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { allOf } from '../../../runtime/src/index.js';
import { OWN_CONTROLLERS } from '../api.module.js';
import { documentOf } from './document.js';

const controllers = [...OWN_CONTROLLERS, ...allOf(({ controllers }) => controllers)];

const askedFor = (controller: Type): InjectionToken[] => {
  const needs: unknown = Reflect.getMetadata(SELF_DECLARED_DEPS_METADATA, controller);
  return Array.isArray(needs) ? needs.map(({ param }: { param: InjectionToken }) => param) : [];
};

/** Nothing is made of what controllers ask for: it is enough that there is something by that name. */
@Module({
  controllers,
  providers: [LACKING, ...new Set(controllers.flatMap(askedFor))].map((provide) => ({
    provide,
    useValue: undefined,
  })),
})
class Doors {}

/** The API's description with no API behind it: nothing is opened or made. */
export async function documentAlone(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(Doors, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const document = documentOf(app);
  await app.close();
  return document;
}
