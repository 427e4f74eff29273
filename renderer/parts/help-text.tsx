// Draws a help page: what the lexer read becomes elements, never HTML; links lead to other help pages and nowhere else.
import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { type HelpId, isHelpId } from '../help/help-pages.ts';
import { wordsIn } from './help-read.ts';

type Props = { readonly tokens: readonly Token[]; readonly onGo: (page: HelpId) => void };

export function HelpText({ tokens, onGo }: Props): ReactNode {
  return tokens.map((token, at) => {
    // A page is drawn whole and never changes its order.
    const key = `${at} ${token.type}`;
    return <Fragment key={key}>{drawn(token, onGo)}</Fragment>;
  });
}

const inside = (token: Token, onGo: Props['onGo']): ReactNode =>
  'tokens' in token && token.tokens !== undefined ? (
    <HelpText tokens={token.tokens} onGo={onGo} />
  ) : 'text' in token ? (
    String(token.text)
  ) : (
    ''
  );

function drawn(token: Token, onGo: Props['onGo']): ReactNode {
  switch (token.type) {
    case 'heading':
      return <h4>{inside(token, onGo)}</h4>;
    case 'paragraph':
      return <p>{inside(token, onGo)}</p>;
    case 'strong':
      return <strong>{inside(token, onGo)}</strong>;
    case 'em':
      return <em>{inside(token, onGo)}</em>;
    case 'codespan':
      return <kbd>{wordsIn(token)}</kbd>;
    case 'link':
      return <HelpLink link={token as Tokens.Link} onGo={onGo} />;
    case 'list':
      return <List list={token as Tokens.List} onGo={onGo} />;
    case 'table':
      return <Table table={token as Tokens.Table} onGo={onGo} />;
    case 'space':
      return null;
    default:
      return inside(token, onGo);
  }
}

function HelpLink({ link, onGo }: { readonly link: Tokens.Link; readonly onGo: Props['onGo'] }): ReactNode {
  const { href } = link;
  if (!isHelpId(href)) return inside(link, onGo);
  return (
    <button type="button" className="link" onClick={() => onGo(href)}>
      {inside(link, onGo)}
    </button>
  );
}

function List({ list, onGo }: { readonly list: Tokens.List; readonly onGo: Props['onGo'] }): ReactNode {
  const items = list.items.map((item) => (
    <li key={item.raw}>
      <HelpText tokens={item.tokens} onGo={onGo} />
    </li>
  ));
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table, onGo }: { readonly table: Tokens.Table; readonly onGo: Props['onGo'] }): ReactNode {
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {table.header.map((cell) => (
              <th key={cell.text} scope="col">
                <HelpText tokens={cell.tokens} onGo={onGo} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.map(({ text }) => text).join()}>
              {row.map((cell, at) => (
                <td key={table.header[at]?.text}>
                  <HelpText tokens={cell.tokens} onGo={onGo} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
