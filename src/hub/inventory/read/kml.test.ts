import { expect, it } from 'vitest';
import { readKml } from './kml.ts';

/** As « Layer To KML » of ArcGIS writes it: all attributes as a table in the description, the point in a MultiGeometry. */
const ARCGIS = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document id="EP"><name>EP</name><Snippet maxLines="0"></Snippet>
<Folder id="FeatureLayer0"><name>Armoire 12 &amp; 13</name><Snippet maxLines="0"></Snippet>
<Placemark id="ID_00000"><name>12-A</name><description><![CDATA[<html xmlns:fo="http://www.w3.org/1999/XSL/Format"><head><META
http-equiv="Content-Type"></head><body><table><tr style="text-align:center"><td>12-A</td></tr><tr><td><table>
<tr><td>NOM_VOIE</td><td>RUE DE L&#39;ARQUEBUSE</td></tr><tr bgcolor="#D4E4F3"><td>PUISSANCE</td><td>2x36</td></tr>
<tr><td>LED</td><td>&lt;Null&gt;</td></tr></table></td></tr></table></body></html>]]></description>
<MultiGeometry><Point><extrude>0</extrude><coordinates> 5.0341,47.3215,0.0</coordinates></Point></MultiGeometry></Placemark>
<Folder><Placemark><name>12-B</name><Point><coordinates>5.0342, 47.3215, 0</coordinates></Point></Placemark></Folder>
</Folder>
<Folder><name><![CDATA[Place d'Armes]]></name>
<Placemark><name>1</name><Point><coordinates>5.0343,47.3215</coordinates></Point></Placemark></Folder>
<Placemark><name>2</name><Point><coordinates>5.0344,47.3215</coordinates></Point></Placemark>
</Document></kml>`;

it('fields are in a table of the description, the folder is one too, and each is known by its line', () => {
  const { rows, broken } = readKml('/x/ep.kml', 'ep.kml', ARCGIS);
  expect(broken).toEqual([]);
  expect(rows.map(({ at, fields: { name, folder } }) => [at, name, folder])).toEqual([
    ['ep.kml:4', '12-A', 'Armoire 12 & 13'],
    ['ep.kml:9', '12-B', 'Armoire 12 & 13'],
    ['ep.kml:12', '1', "Place d'Armes"],
    ['ep.kml:13', '2', undefined],
  ]);
  expect(rows[0]).toMatchObject({
    fields: { NOM_VOIE: "RUE DE L'ARQUEBUSE", PUISSANCE: '2x36', LED: '<Null>' },
    geometry: { type: 'Point', coordinates: [5.0341, 47.3215, 0] },
  });
  expect(rows[1]!.geometry).toMatchObject({ coordinates: [5.0342, 47.3215, 0] });
});
