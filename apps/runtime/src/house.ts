import { SharedCalendar } from '#calendar';
import { EVENT_TYPES, WAITING, type Made } from '#capability';
import { AggregateStore, EventStore } from '#event-store';
import { CLOCK, HOME_OFFICE, POOL, PUBLIC_URL } from '#kernel';
import { ANNOUNCERS, TEMPLATES, type Announcer } from '#notification';
import { Accounts, Authorisation, Commands, OfficeCalendars, Organisation, Strangers } from '#organisation';
import { Outbox } from '#outbox';
import { Parked } from '#parked';
import { FollowedOffices, Lacking } from '#projection';
import { FileStore, Secrets, Vault } from '#vault';
import type {
  Abstract,
  DynamicModule,
  FactoryProvider,
  INestApplicationContext,
  InjectionToken,
  Provider,
  Type,
  ValueProvider,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { capabilities } from './capabilities.js';
import { allOf } from './gathered.js';
import type { Foundations } from './runtime.js';
import { speech } from './sentences.js';

/** What opens the vault. */
export interface Keys {
  vault: Vault;
  files: FileStore;
  secrets: Secrets;
}

/** Finds what the house has been built of, and makes what is made of it. */
export interface House {
  get<T>(token: Type<T> | Abstract<T> | symbol): T;
  make<T>(one: Made<T>): T;
}

/** What stands beside the foundations, and whether the capabilities' doors are opened. */
interface Besides {
  more?: Provider[];
  doors?: boolean;
}

type Given = Foundations & { set: readonly ValueProvider[] };

/** The house without keys: foundations, settings, and the services of every capability. */
export const buildHouse = async (given: Given): Promise<House & { close(): Promise<void> }> => {
  const context = await contextOf(houseOf(given, (services) => [...services]));
  return { ...within(context), close: () => context.close() };
};

/** The same house where the vault can be opened, with the services that open it. */
export const openHouse = async (runtime: Given & House, keys: Keys): Promise<House> =>
  within(await contextOf(keyedHouse(runtime, keys)));

const contextOf = (house: DynamicModule): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(house, { logger: false, abortOnError: false });

/** A house with keys as a module, with the doors of its capabilities, and what `more` those ask for. */
export const houseWithDoors = (runtime: Given & House, keys: Keys, more: Provider[]): DynamicModule =>
  keyedHouse(runtime, keys, { more, doors: true });

const keyedHouse = (
  runtime: Given & House,
  { vault, files, secrets }: Keys,
  { more = [], doors = false }: Besides = {},
): DynamicModule =>
  houseOf(
    runtime,
    (services, keyed) => [
      ...services.map(({ provide }) => value(provide, runtime.get(provide as symbol))),
      ...keyed,
    ],
    { more: [value(Vault, vault), value(FileStore, files), value(Secrets, secrets), ...more], doors },
  );

class FoundationsModule {}
class HouseModule {}

/** Foundations and capabilities as modules; whatever one provides may be asked for anywhere in the house. */
function houseOf(
  given: Given,
  provided: (services: readonly FactoryProvider[], keyed: readonly FactoryProvider[]) => Provider[],
  { more = [], doors = false }: Besides = {},
): DynamicModule {
  return {
    module: HouseModule,
    imports: [
      moduleOf(FoundationsModule, [...foundationsOf(given), ...more]),
      ...capabilities.map(({ name, services = [], keyed = [], controllers = [] }) => ({
        ...moduleOf(named(`${name}Module`), provided(services, keyed)),
        controllers: doors ? [...controllers] : [],
      })),
    ],
  };
}

const named = (name: string): Type => Object.defineProperty(class {}, 'name', { value: name });

const moduleOf = (module: Type, providers: Provider[]): DynamicModule => ({
  module,
  global: true,
  providers,
  exports: providers,
});

const value = (provide: InjectionToken, useValue: unknown): ValueProvider => ({ provide, useValue });

function foundationsOf(given: Given): Provider[] {
  const said = new Set(given.set.map(({ provide }) => provide));
  return [
    value(POOL, given.pool),
    value(CLOCK, given.clock),
    value(HOME_OFFICE, given.office),
    value(PUBLIC_URL, ''),
    value(EVENT_TYPES, new Set(Object.keys(speech.sentences))),
    value(DataSource, given.source),
    value(EventStore, given.store),
    value(AggregateStore, given.aggregates),
    value(SharedCalendar, given.shared),
    value(OfficeCalendars, given.officeCalendars),
    value(Authorisation, given.authorisation),
    value(Organisation, given.organisation),
    value(Accounts, given.accounts),
    value(Commands, given.commands),
    value(FollowedOffices, given.offices),
    value(Parked, given.parked),
    value(Lacking, given.lacking),
    value(Outbox, given.outbox),
    value(Strangers, new Strangers()),
    ...gathered(
      ANNOUNCERS,
      allOf(({ announcers }) => announcers),
    ),
    ...gathered(
      WAITING,
      allOf(({ waiting }) => waiting),
    ),
    {
      provide: TEMPLATES,
      inject: [ANNOUNCERS],
      useFactory: (all: Announcer[]): unknown => Object.assign({}, ...all.map(({ templates }) => templates)),
    },
    ...allOf(({ settings }) => settings).filter(({ provide }) => !said.has(provide)),
    ...given.set,
  ];
}

/** What each capability makes of one kind, together under one name. */
function gathered<T>(provide: symbol, all: readonly Made<T>[]): FactoryProvider[] {
  const each = all.map((one) => providerOf(Symbol(provide.description), one));
  const inject = each.map(({ provide: own }) => own);
  return [...each, { provide, inject, useFactory: (...made: T[]) => made }];
}

const providerOf = <T>(provide: symbol, { make, needs }: Made<T>): FactoryProvider<T> => ({
  provide,
  useFactory: make,
  inject: [...needs],
});

const within = (context: INestApplicationContext): House => {
  const get = <T>(token: InjectionToken<T>): T => context.get(token, { strict: false });
  return {
    get,
    make: ({ make, needs }) => make(...needs.map((token) => get<unknown>(token))),
  };
};
