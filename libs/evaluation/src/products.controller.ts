import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  Me,
  noneYet,
  notFound,
  orNoneYet,
  PathYear,
  type Envelope,
  type Person,
} from '#kernel';
import { Commands } from '#organisation';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IssueProductCatalogue } from './catalogue/catalogue.acts.js';
import { catalogueSubject, productCatalogue } from './catalogue/catalogue.js';
import { ProductCatalogue } from './evaluation.shapes.js';
import { regimeOf } from './regime/regimes.js';

/** A year's catalogue of products (danh mục sản phẩm, công việc). */
@ApiTags('evaluations')
@Controller('api/v1/product-catalogues')
export class ProductsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
  ) {}

  @Answers(orNoneYet(ProductCatalogue))
  @Get(':year')
  @ApiOperation({ summary: 'Danh mục sản phẩm, công việc của một năm · a year’s catalogue' })
  async show(@Me() { office }: Person, @PathYear() year: number) {
    const id = catalogueSubject(office, year);
    const { state, version } = await this.aggregates.load(productCatalogue, office, id);
    if (!state.issued) return noneYet(year);
    return { id, version, year: state.year, ...state.issued, products: [...state.products] };
  }

  @Answers(ActDone)
  @Post(':year')
  @ApiOperation({ summary: 'Ban hành danh mục sản phẩm, công việc · issue it' })
  issue(@Act() act: Envelope, @PathYear() year: number, @Body() command: IssueProductCatalogue) {
    if (!regimeOf(year)) throw notFound();
    const subject = catalogueSubject(act.office, year);
    return this.commands.send(IssueProductCatalogue, act, subject, command, String(year));
  }
}
